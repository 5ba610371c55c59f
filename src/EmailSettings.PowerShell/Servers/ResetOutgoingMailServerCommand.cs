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
public sealed class ResetOutgoingMailServerCommand : ResetCmdlet
{
    /// <summary>The names of the fields; all by default.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(OutgoingFieldCompleter))]
    public string[]? Field { get; set; }

    private protected override SettingBlock Block => SettingBlocks.Outgoing;

    private protected override IReadOnlyList<string>? Names => Field;

    private protected override object Read() => Session.Settings.ReadOutgoingServer();
}
