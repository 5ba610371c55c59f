using System.Management.Automation;
using EmailSettings.Core.Operations;

namespace EmailSettings.PowerShell;

/// <summary>Gets all the settings at one revision.</summary>
[Cmdlet(VerbsCommon.Get, "EmailSettings")]
[OutputType(typeof(SystemEmailSettings))]
public sealed class GetEmailSettingsCommand : EmailSettingsCmdlet
{
    private protected override void Run() => WriteObject(Session.Settings.ReadAll());
}
