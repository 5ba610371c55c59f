using System.Management.Automation;
using System.Reflection;

namespace EmailSettings.Loader;

/// <summary>
/// Gives the assembly with the module's cmdlets, loaded in the module's own context. A cmdlet, since constrained language
/// lets a module script call no method. Not exported.
/// </summary>
[Cmdlet(VerbsCommon.Get, "EmailSettingsModuleAssembly")]
[OutputType(typeof(Assembly))]
public sealed class GetModuleAssemblyCommand : PSCmdlet
{
    private const string CmdletAssembly = "EmailSettings.PowerShell";

    // A module imported by its assembly outlives the one that imported it, and would then export nothing when that is
    // imported again (PowerShell issue 20710).
    private const string RemoveWithModule = "param($module) $module.NestedModules | Microsoft.PowerShell.Core\\Remove-Module -Force";

    /// <summary>Writes the assembly.</summary>
    protected override void ProcessRecord()
    {
        var folder = Path.GetDirectoryName(GetType().Assembly.Location)!;
        if (SessionState.Module is { } module) module.OnRemove = ScriptBlock.Create(RemoveWithModule);
        WriteObject(ModuleLoadContext.For(folder).LoadFromAssemblyName(new AssemblyName(CmdletAssembly)));
    }
}
