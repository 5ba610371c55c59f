using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
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
        LoadCollation();
        var folder = Path.GetDirectoryName(GetType().Assembly.Location)!;

        // By path: the first lookup by name in a context takes some milliseconds.
        var context = ModuleLoadContext.For(folder);
        var cmdlets = context.LoadFromAssemblyPath(context.PathOf(CmdletAssembly));

        // As a script: the PowerShell class takes more time and memory, most of it for streams that nothing reads.
        foreach (var module in ScriptBlock.Create("Microsoft.PowerShell.Core\\Import-Module -Assembly $args -PassThru").Invoke(cmdlets))
            Imported.AddOrUpdate(Runspace.DefaultRunspace, (PSModuleInfo)module.BaseObject);
    }

    /// <summary>Called by Remove-Module.</summary>
    public void OnRemove(PSModuleInfo psModuleInfo) => RemoveImported();

    // PowerShell then compares the cmdlets' names with those in the manifest, in the culture of this thread. The first such comparison
    // of a process loads the culture's collation, which takes a quarter of the import: on another thread, while the cmdlets are loaded.
    private static void LoadCollation()
    {
        var names = CultureInfo.CurrentCulture.CompareInfo;
        new Thread(() => names.Compare("a", "b", CompareOptions.IgnoreCase), maxStackSize: 256 * 1024) { IsBackground = true }.UnsafeStart();
    }

    // A module imported as an assembly outlives its importer, and would then export nothing when that is imported again
    // (PowerShell issue 20710); -Force does not remove it in time.
    private static void RemoveImported()
    {
        if (!Imported.TryGetValue(Runspace.DefaultRunspace, out var module)) return;
        Imported.Remove(Runspace.DefaultRunspace);
        ScriptBlock.Create("Microsoft.PowerShell.Core\\Remove-Module -ModuleInfo $args -Force -WhatIf:$false -Confirm:$false").Invoke(module);
    }
}
