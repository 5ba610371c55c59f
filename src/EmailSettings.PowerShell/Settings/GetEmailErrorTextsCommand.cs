using System.Management.Automation;
using EmailSettings.Core.Settings;

namespace EmailSettings.PowerShell;

/// <summary>Gets the error texts.</summary>
[Cmdlet(VerbsCommon.Get, "EmailErrorTexts")]
[OutputType(typeof(ErrorTexts))]
public sealed class GetEmailErrorTextsCommand : EmailSettingsCmdlet
{
    private protected override void Run() => WriteObject(Session.Settings.ReadErrorTexts());
}
