using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail.Probes;

/// <summary>The TLS versions that a server supports.</summary>
public sealed record TlsVersionFacts
{
    /// <summary>One answer per ClientHello: to TLS 1.3 only, then to TLS 1.2 or earlier.</summary>
    public required IReadOnlyList<TlsVersionAnswer> Answers { get; init; }

    /// <summary>Whether the server supports TLS 1.2 or 1.3.</summary>
    public bool TakesCurrent => Answers.Any(answer => answer.Accepted && answer.Version >= TlsVersion.Tls12);

    /// <summary>Whether the server supports TLS 1.1 or earlier but nothing later.</summary>
    public bool TakesOldOnly => !TakesCurrent && Answers.Any(answer => answer.Accepted);

    /// <summary>Why a handshake that offered this failed; null where the answers do not show it.</summary>
    /// <param name="offer">What was offered in it.</param>
    public HandshakeReason? ReasonFor(TlsOffer offer) => ChoiceReading.Of(offer, Answers);
}
