using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes fields of the attachment settings.</summary>
internal sealed class AttachmentFieldCompleter : FieldCompleter
{
    private protected override SettingBlock Block => SettingBlocks.Attachments;
}
