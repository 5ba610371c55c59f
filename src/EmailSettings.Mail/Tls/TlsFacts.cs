using System.Net.Security;
using System.Security.Authentication;

namespace EmailSettings.Mail.Tls;

/// <summary>The result of a TLS handshake; also complete for a rejected certificate, except protocol and cipher suite.</summary>
public sealed record TlsFacts : FactRecord
{
    /// <summary>The negotiated version; null if the handshake did not complete.</summary>
    public SslProtocols? Protocol { get; init; }

    /// <summary>The negotiated cipher suite; null if the handshake did not complete.</summary>
    public TlsCipherSuite? CipherSuite { get; init; }

    /// <summary>The name that the certificate must match, also sent as SNI unless it is an IP address.</summary>
    public required string ExpectedName { get; init; }

    /// <summary>The server's certificate, the first of <see cref="Chain"/>; null if it sent none.</summary>
    [Unlisted]
    public CertificateFacts? Certificate => Chain.Count > 0 ? Chain[0] : null;

    /// <summary>The chain as far as it could be built, the server's certificate first; empty if it sent none.</summary>
    public IReadOnlyList<CertificateFacts> Chain { get; init; } = [];

    /// <summary>The number of certificates the server sent besides its own.</summary>
    public int IntermediatesSent { get; init; }

    /// <summary>Everything wrong with the certificate, most serious first; empty if it was accepted.</summary>
    public IReadOnlyList<CertificateProblem> Problems { get; init; } = [];

    /// <summary>The revocation state.</summary>
    public RevocationState Revocation { get; init; }

    /// <summary>The URLs of CRLs and OCSP responders in the chain's certificates.</summary>
    public IReadOnlyList<string> RevocationSources { get; init; } = [];

    /// <summary>
    /// Whether the server requested a client certificate (RFC 8446 §4.3.2); none is ever sent. Only later steps show whether it
    /// is required.
    /// </summary>
    public bool ClientCertificateAsked { get; init; }

    /// <summary>
    /// After a failed handshake: the versions the server chose on further connections, newest first, for example <c>TLS 1.0</c>.
    /// </summary>
    public IReadOnlyList<string> SupportedVersions { get; init; } = [];

    /// <summary>The cipher suites the server chose on those connections.</summary>
    public IReadOnlyList<string> ChosenCipherSuites { get; init; } = [];
}
