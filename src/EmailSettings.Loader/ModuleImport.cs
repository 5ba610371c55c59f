using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace EmailSettings.Loader;

/// <summary>
/// Imports the assembly with the cmdlets into the module's own load context when PowerShell imports this one as a nested module.
/// Compiled, because a script module that does the same takes several milliseconds more.
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

        // By path: the first lookup by name in a context takes some milliseconds.
        var context = ModuleLoadContext.For(folder);
        var cmdlets = context.LoadFromAssemblyPath(context.PathOf(CmdletAssembly));
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand("Microsoft.PowerShell.Core\\Import-Module").AddParameter("Assembly", new Assembly[] { cmdlets }).AddParameter("PassThru");
        foreach (var module in shell.Invoke<PSModuleInfo>()) Imported.AddOrUpdate(Runspace.DefaultRunspace, module);
    }

    /// <summary>Called by Remove-Module.</summary>
    public void OnRemove(PSModuleInfo psModuleInfo) => RemoveImported();

    // A module imported as an assembly outlives its importer, and would then export nothing when that is imported again
    // (PowerShell issue 20710); -Force does not remove it in time.
    private static void RemoveImported()
    {
        if (!Imported.TryGetValue(Runspace.DefaultRunspace, out var module)) return;
        Imported.Remove(Runspace.DefaultRunspace);
        Remove(module);
    }

    // Separate, so that the first import does not wait for its compilation.
    private static void Remove(PSModuleInfo module)
    {
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand("Microsoft.PowerShell.Core\\Remove-Module").AddParameter("ModuleInfo", new[] { module }).AddParameter("Force")
            .AddParameter("WhatIf", false).AddParameter("Confirm", false).Invoke();
    }
}
