using EmailSettings.Core.Findings;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>Describes in plain words why a handshake failed.</summary>
internal static class HandshakeReasons
{
    /// <summary>Returns what is wrong; null if unknown.</summary>
    public static string? TryDescribe(HandshakeReason? reason) => reason switch
    {
        HandshakeReason.WeakKeyExchange => "the server's Diffie-Hellman group is too small to be secure",
        HandshakeReason.WeakCertificateKey => "a key in the server's certificate chain is too small to be secure",
        HandshakeReason.WeakCertificateDigest => "a certificate of the server is signed with a hash algorithm that is no longer secure",
        HandshakeReason.SignatureAlgorithm => "the server signs the handshake with an algorithm that this machine does not accept",
        HandshakeReason.KeyUsage => "the key usage of the server's certificate does not permit its use in the handshake",
        HandshakeReason.WeakClient => "the server requires stronger cipher suites or keys than this machine offers",
        HandshakeReason.NoCommonCipher => "the server and this machine have no cipher suite in common",
        HandshakeReason.Version => "the server and this machine have no TLS version in common",
        _ => null,
    };

    /// <summary>Returns how to fix it; null if unknown.</summary>
    public static string? TryStep(HandshakeReason? reason) => reason switch
    {
        HandshakeReason.WeakKeyExchange => TlsFindings.KeyExchangeStep,
        HandshakeReason.WeakCertificateKey or HandshakeReason.WeakCertificateDigest => TlsFindings.StrongCertificateStep,
        HandshakeReason.SignatureAlgorithm => TlsFindings.SignatureStep,
        HandshakeReason.KeyUsage => TlsFindings.KeyUsageStep,
        HandshakeReason.WeakClient => TlsFindings.WeakClientStep,
        HandshakeReason.NoCommonCipher => TlsFindings.TlsNoCommonCipher.NextStep,
        HandshakeReason.Version => TlsFindings.TlsOldVersion.NextStep,
        _ => null,
    };
}
