using System.Management.Automation;
using EmailSettings.Core.Settings;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Settings;

/// <summary>Gets the basic settings.</summary>
[Cmdlet(VerbsCommon.Get, "EmailBasicSettings")]
[OutputType(typeof(BasicSettings))]
public sealed class GetEmailBasicSettingsCommand : StoreCmdlet
{
    private protected override void Run() => WriteRecords(Session.Settings.ReadBasic());
}
