using System.Management.Automation;
using EmailSettings.Core.Settings;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Views;

namespace EmailSettings.PowerShell.Settings;

/// <summary>Gets the basic settings.</summary>
[Cmdlet(VerbsCommon.Get, "EmailBasicSettings")]
[OutputType(typeof(BasicSettings))]
public sealed class GetEmailBasicSettingsCommand : StoreCmdlet
{
    private protected override ViewSet NeededViews => ViewSet.None;

    private protected override void Run() => WriteRecords(Session.Settings.ReadBasic());
}
