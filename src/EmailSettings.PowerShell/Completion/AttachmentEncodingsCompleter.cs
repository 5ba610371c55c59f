using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes the transfer encoding after the equals sign of the last pair.</summary>
internal sealed class AttachmentEncodingsCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers(string typed) =>
        SettingBlocks.Basic.Find("attachmentEncodings")!.Type.Suggest(typed).Select(map => (map, ""));
}
