using System.Management.Automation;

namespace EmailSettings.PowerShell;

/// <summary>Goes back to the default store.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "EmailSettingsStore")]
[OutputType(typeof(void))]
public sealed class DisconnectEmailSettingsStoreCommand : EmailSettingsCmdlet
{
    private protected override void Run() => RunspaceSession.Current.Close();
}
