using EmailSettings.Core.Settings;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes the transfer encodings of RFC 2045.</summary>
internal sealed class TransferEncodingCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() => TransferEncoding.All.Select(encoding => (encoding.Name, ""));
}
