using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Settings;

/// <summary>Resets attachment settings to their documented defaults.</summary>
[Cmdlet(VerbsCommon.Reset, "EmailAttachmentSettings", SupportsShouldProcess = true)]
[OutputType(typeof(AttachmentSettings), typeof(ChangeResult))]
public sealed class ResetEmailAttachmentSettingsCommand : ResetCmdlet
{
    /// <summary>The names of the fields; all by default.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(AttachmentFieldCompleter))]
    public string[]? Field { get; set; }

    private protected override SettingBlock Block => SettingBlocks.Attachments;

    private protected override IReadOnlyList<string>? Names => Field;

    private protected override object Read() => Session.Settings.ReadAttachments();
}
