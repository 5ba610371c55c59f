namespace EmailSettings.Mail.Probes;

/// <summary>Which versions of TLS a server takes.</summary>
public sealed record TlsVersionFacts
{
    /// <summary>One answer a ClientHello: to TLS 1.3 alone, then to TLS 1.2 or earlier.</summary>
    public required IReadOnlyList<TlsVersionAnswer> Answers { get; init; }

    /// <summary>The server takes TLS 1.2 or 1.3.</summary>
    public bool TakesCurrent => Answers.Any(answer => answer.Accepted && answer.Version >= TlsVersion.Tls12);

    /// <summary>The server takes TLS 1.0 or 1.1, and nothing later.</summary>
    public bool TakesOldOnly => !TakesCurrent && Answers.Any(answer => answer.Accepted);
}
