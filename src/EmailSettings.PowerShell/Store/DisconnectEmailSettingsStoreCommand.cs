using System.Management.Automation;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Views;

namespace EmailSettings.PowerShell.Store;

/// <summary>Disconnects from the store, back to the default store.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "EmailSettingsStore")]
[OutputType(typeof(void))]
public sealed class DisconnectEmailSettingsStoreCommand : EmailSettingsCmdlet
{
    private protected override ViewSet NeededViews => ViewSet.None;

    private protected override void Run() => RunspaceSession.Current.Close();
}
