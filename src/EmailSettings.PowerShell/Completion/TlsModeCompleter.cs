using EmailSettings.Core.ServerTests;

namespace EmailSettings.PowerShell.Completion;

/// <summary>How a test speaks TLS.</summary>
public sealed class TlsModeCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() =>
    [
        (nameof(TlsChoice.Auto), "By port: 465, 993 and 2465 from the first byte, STARTTLS on others; none without UseSsl"),
        (nameof(TlsChoice.Implicit), "From the first byte"),
        (nameof(TlsChoice.StartTls), "After STARTTLS, which is required"),
        (nameof(TlsChoice.None), "Not at all"),
    ];
}
