using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes fields of the outgoing mail server.</summary>
internal sealed class OutgoingFieldCompleter : FieldCompleter
{
    private protected override SettingBlock Block => SettingBlocks.Outgoing;
}
