using EmailSettings.Core.Findings;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>Why a handshake failed, in plain words.</summary>
internal static class HandshakeReasons
{
    /// <summary>What is wrong; null where the reason is not known.</summary>
    public static string? TryDescribe(HandshakeReason? reason) => reason switch
    {
        HandshakeReason.WeakKeyExchange => "the server's Diffie-Hellman group is too small to be safe",
        HandshakeReason.WeakCertificateKey => "a key in the server's certificates is too small to be safe",
        HandshakeReason.WeakCertificateDigest => "a certificate of the server is signed with a digest that is no longer safe",
        HandshakeReason.SignatureAlgorithm => "the server signs the handshake with an algorithm that this machine does not take",
        HandshakeReason.KeyUsage => "the key usage of the server's certificate does not allow what the handshake uses it for",
        HandshakeReason.WeakClient => "the server wants stronger cipher suites or keys than this machine offers",
        HandshakeReason.NoCommonCipher => "the server and this machine have no cipher suite in common",
        HandshakeReason.Version => "the server and this machine have no version of TLS in common",
        _ => null,
    };

    /// <summary>How to mend it; null where the reason is not known.</summary>
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
