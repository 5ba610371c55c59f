using System.Management.Automation;
using EmailSettings.Core.Settings;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Settings;

/// <summary>Gets the pending restart, if a change requires one.</summary>
[Cmdlet(VerbsCommon.Get, "EmailSettingsRestart")]
[OutputType(typeof(RestartMark))]
public sealed class GetEmailSettingsRestartCommand : StoreCmdlet
{
    private protected override void Run()
    {
        if (Session.Settings.ReadRestart() is { } mark) WriteRecords(mark);
    }
}
