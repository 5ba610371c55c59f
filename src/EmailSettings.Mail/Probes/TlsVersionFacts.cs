using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail.Probes;

/// <summary>The TLS versions that a server supports.</summary>
public sealed record TlsVersionFacts
{
    /// <summary>One answer per ClientHello: to TLS 1.3 only, then to TLS 1.2 or earlier.</summary>
    public required IReadOnlyList<TlsVersionAnswer> Answers { get; init; }

    /// <summary>Whether the server supports TLS 1.2 or 1.3.</summary>
    public bool SupportsCurrent => Answers.Any(answer => answer.Accepted && answer.Version >= TlsVersion.Tls12);

    /// <summary>Whether the server supports TLS 1.1 or earlier but nothing later.</summary>
    public bool SupportsOnlyOld => !SupportsCurrent && Answers.Any(answer => answer.Accepted);

    /// <summary>Gets why a handshake with this offer failed; null if the answers do not reveal it.</summary>
    /// <param name="offer">What this machine offered.</param>
    public HandshakeReason? ReasonFor(TlsOffer offer) => HandshakeAnalysis.Of(offer, Answers);
}
