namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>The TLS handshake.</summary>
public sealed record TlsStageFacts : StageFacts
{
    /// <summary>Negotiated version, for example <c>Tls13</c>; null where the handshake was not finished.</summary>
    public string? Protocol { get; init; }

    /// <summary>Negotiated cipher suite by its IANA name.</summary>
    public string? CipherSuite { get; init; }

    /// <summary>The name the certificate had to match.</summary>
    public string? ExpectedName { get; init; }

    /// <summary>The server's certificate first, then its issuers as far as the chain could be built.</summary>
    public IReadOnlyList<CertificateSummary> Chain { get; init; } = [];

    /// <summary>How many certificates the server sent besides its own.</summary>
    public int? IntermediatesSent { get; init; }

    /// <summary>What is wrong with the certificate.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Revocation state, for example <c>Good</c>.</summary>
    public string? Revocation { get; init; }

    /// <summary>Addresses of revocation lists and responders that the chain names.</summary>
    public IReadOnlyList<string> RevocationSources { get; init; } = [];

    /// <summary>The server asked for a client certificate; none was sent. Many ask and go on without.</summary>
    public bool ClientCertificateAsked { get; init; }

    /// <summary>Versions of TLS the server takes, found by a further look after a failed handshake.</summary>
    public IReadOnlyList<string> VersionsTaken { get; init; } = [];
}
