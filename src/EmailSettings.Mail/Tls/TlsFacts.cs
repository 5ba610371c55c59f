using System.Net.Security;
using System.Security.Authentication;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// What a TLS handshake gave; complete for a certificate that was refused as well, but for protocol and cipher suite.
/// </summary>
public sealed record TlsFacts : FactRecord
{
    /// <summary>The negotiated version, or null where the handshake was not finished.</summary>
    public SslProtocols? Protocol { get; init; }

    /// <summary>The negotiated cipher suite, or null where the handshake was not finished.</summary>
    public TlsCipherSuite? CipherSuite { get; init; }

    /// <summary>The name that the certificate had to match, as sent in SNI where it is no IP literal.</summary>
    public required string ExpectedName { get; init; }

    /// <summary>The server's certificate, the first of <see cref="Chain"/>; null where it sent none.</summary>
    [Unlisted]
    public CertificateFacts? Certificate => Chain.Count > 0 ? Chain[0] : null;

    /// <summary>The chain as far as it could be built, the server's certificate first; empty where it sent none.</summary>
    public IReadOnlyList<CertificateFacts> Chain { get; init; } = [];

    /// <summary>How many certificates the server sent besides its own.</summary>
    public int IntermediatesSent { get; init; }

    /// <summary>Everything wrong with the certificate, the gravest first; empty where it was accepted.</summary>
    public IReadOnlyList<CertificateProblem> Problems { get; init; } = [];

    /// <summary>The revocation state.</summary>
    public RevocationState Revocation { get; init; }

    /// <summary>The addresses of revocation lists and OCSP responders that the chain's certificates name.</summary>
    public IReadOnlyList<string> RevocationSources { get; init; } = [];

    /// <summary>
    /// The server asked for a client certificate (RFC 8446 §4.3.2); none is ever sent. Whether it insists, only what comes after
    /// tells.
    /// </summary>
    public bool ClientCertificateAsked { get; init; }

    /// <summary>
    /// The versions that the server took on further connections, after a handshake that failed, newest first: <c>TLS 1.0</c>.
    /// </summary>
    public IReadOnlyList<string> VersionsTaken { get; init; } = [];

    /// <summary>The cipher suites that the server chose on those connections.</summary>
    public IReadOnlyList<string> SuitesTaken { get; init; } = [];
}
