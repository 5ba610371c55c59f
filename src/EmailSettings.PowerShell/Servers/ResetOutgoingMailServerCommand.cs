using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Servers;

/// <summary>Resets fields of the outgoing mail server to their documented defaults.</summary>
[Cmdlet(VerbsCommon.Reset, "OutgoingMailServer", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(OutgoingMailServer), typeof(ChangeResult))]
public sealed class ResetOutgoingMailServerCommand : ChangeCmdlet
{
    /// <summary>The names of the fields; all by default.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(OutgoingFieldCompleter))]
    public string[]? Field { get; set; }

    private protected override void Run()
    {
        var block = SettingBlocks.Outgoing;
        if (Apply(block.Title, new ChangeStep.Reset(block, Field)) && PassThru) WriteRecords(Session.Settings.ReadOutgoingServer());
    }
}
