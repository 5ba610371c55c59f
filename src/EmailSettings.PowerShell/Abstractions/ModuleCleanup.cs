using System.Management.Automation;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>Closes the store of the runspace when the module is removed from it.</summary>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <summary>Called by Remove-Module.</summary>
    public void OnRemove(PSModuleInfo psModuleInfo) => RunspaceSession.Current.Close();
}
