using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace EmailSettings.Loader;

/// <summary>
/// Imports the assembly with the cmdlets, loaded in the module's own context, when PowerShell imports this one as a nested
/// module. In compiled code, since a script module that does the same costs several milliseconds more.
/// </summary>
public sealed class ModuleImport : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private const string CmdletAssembly = "EmailSettings.PowerShell";

    private static readonly ConditionalWeakTable<Runspace, PSModuleInfo> Imported = [];

    /// <summary>Called by Import-Module.</summary>
    public void OnImport()
    {
        RemoveImported();
        var folder = Path.GetDirectoryName(GetType().Assembly.Location)!;

        // By its path: by its name, the first question to a context costs some milliseconds.
        var context = ModuleLoadContext.For(folder);
        var cmdlets = context.LoadFromAssemblyPath(context.PathOf(CmdletAssembly));
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand("Microsoft.PowerShell.Core\\Import-Module").AddParameter("Assembly", new Assembly[] { cmdlets }).AddParameter("PassThru");
        foreach (var module in shell.Invoke<PSModuleInfo>()) Imported.AddOrUpdate(Runspace.DefaultRunspace, module);
    }

    /// <summary>Called by Remove-Module.</summary>
    public void OnRemove(PSModuleInfo psModuleInfo) => RemoveImported();

    // A module imported by its assembly outlives the one that imported it, and would then export nothing when that is
    // imported again (PowerShell issue 20710); -Force does not remove it in time.
    private static void RemoveImported()
    {
        if (!Imported.TryGetValue(Runspace.DefaultRunspace, out var module)) return;
        Imported.Remove(Runspace.DefaultRunspace);
        Remove(module);
    }

    // Apart, so that the first import does not wait for it to be compiled.
    private static void Remove(PSModuleInfo module)
    {
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand("Microsoft.PowerShell.Core\\Remove-Module").AddParameter("ModuleInfo", new[] { module }).AddParameter("Force")
            .AddParameter("WhatIf", false).AddParameter("Confirm", false).Invoke();
    }
}
