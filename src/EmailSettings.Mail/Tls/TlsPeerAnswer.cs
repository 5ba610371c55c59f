using EmailSettings.Mail.Probes;

namespace EmailSettings.Mail.Tls;

/// <summary>The peer's answer to a TLS handshake that failed.</summary>
public sealed record TlsPeerAnswer
{
    /// <summary>The kind of answer.</summary>
    public required TlsPeerAnswerKind Kind { get; init; }

    /// <summary>The number of the alert (RFC 8446 §6), for <see cref="TlsPeerAnswerKind.Alert"/>.</summary>
    public int? AlertCode { get; init; }

    /// <summary>The alert's name in the RFC (<c>protocol_version</c>), or <c>alert_NN</c>.</summary>
    public string? AlertName { get; init; }

    /// <summary>The protocol spoken there, for <see cref="TlsPeerAnswerKind.Plaintext"/>.</summary>
    public PeerProtocol? Speaks { get; init; }

    /// <summary>The first bytes as text, lines separated by LF, for <see cref="TlsPeerAnswerKind.Plaintext"/>.</summary>
    public string? Text { get; init; }
}
