using System.Management.Automation;
using EmailSettings.Core.Operations;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Documents;

/// <summary>Gets all the settings at one revision.</summary>
[Cmdlet(VerbsCommon.Get, "EmailSettings")]
[OutputType(typeof(SystemEmailSettings))]
public sealed class GetEmailSettingsCommand : StoreCmdlet
{
    private protected override void Run() => WriteRecords(Session.Settings.ReadAll());
}
