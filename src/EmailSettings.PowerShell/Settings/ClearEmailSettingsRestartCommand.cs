using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Settings;

/// <summary>Records that the component was restarted, as a change required.</summary>
[Cmdlet(VerbsCommon.Clear, "EmailSettingsRestart", SupportsShouldProcess = true)]
[OutputType(typeof(RestartMark), typeof(ChangeResult))]
public sealed class ClearEmailSettingsRestartCommand : ChangeCmdlet
{
    private protected override void Run()
    {
        var mark = Session.Settings.ReadRestart();
        if (Apply("restart mark", new ChangeStep.ClearRestart()) && PassThru && mark is not null) WriteRecords(mark);
    }
}
