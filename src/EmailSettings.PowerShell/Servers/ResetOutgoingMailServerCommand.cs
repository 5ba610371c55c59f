using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Servers;

/// <summary>Puts fields of the outgoing mail server back to their documented defaults: the named ones, or all.</summary>
[Cmdlet(VerbsCommon.Reset, "OutgoingMailServer", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(OutgoingMailServer), typeof(ChangeResult))]
public sealed class ResetOutgoingMailServerCommand : ChangeCmdlet
{
    /// <summary>Names of the fields; all of them where none is named.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(OutgoingFieldCompleter))]
    public string[]? Field { get; set; }

    private protected override void Run()
    {
        var block = SettingBlocks.Outgoing;
        if (Apply(block.Title, new ChangeStep.Reset(block, Field)) && PassThru) WriteRecords(Session.Settings.ReadOutgoingServer());
    }
}
