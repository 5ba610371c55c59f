using EmailSettings.Core.ServerTests;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes the TLS mode of a test.</summary>
internal sealed class TlsModeCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() =>
    [
        (nameof(TlsChoice.Auto), "By port: implicit TLS on 465, 993 and 2465, STARTTLS on others; none without UseSsl"),
        (nameof(TlsChoice.Implicit), "TLS from the first byte"),
        (nameof(TlsChoice.StartTls), "STARTTLS, required"),
        (nameof(TlsChoice.None), "No TLS"),
    ];
}
