// The same entry point as pwsh itself.
return Microsoft.PowerShell.UnmanagedPSEntry.Start(args, args.Length);
