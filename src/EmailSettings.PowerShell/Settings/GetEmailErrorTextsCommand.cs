using System.Management.Automation;
using EmailSettings.Core.Settings;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Settings;

/// <summary>Gets the error texts.</summary>
[Cmdlet(VerbsCommon.Get, "EmailErrorTexts")]
[OutputType(typeof(ErrorTexts))]
public sealed class GetEmailErrorTextsCommand : StoreCmdlet
{
    private protected override void Run() => WriteRecords(Session.Settings.ReadErrorTexts());
}
