using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail.Probes;

/// <summary>
/// Infers why a handshake failed by comparing what the server chose from all possible parameters with what this machine offered.
/// Alerts reveal little: a server with nothing in common sends handshake_failure, whatever is missing.
/// </summary>
internal static class HandshakeAnalysis
{
    private const int SafeDiffieHellmanBits = 2048;
    private const int SafeRsaBits = 2048;
    private const int HandshakeFailure = 40;
    private const int ProtocolVersion = 70;

    /// <summary>Gets the reason; null if the choices reveal none.</summary>
    public static HandshakeReason? Of(TlsOffer offer, IReadOnlyList<TlsVersionAnswer> answers)
    {
        var accepted = answers.Where(answer => answer.Accepted).ToList();
        if (accepted.Count == 0)
            return SupportsNoSuite([.. answers.Select(answer => answer.Answer?.AlertCode)]) ? HandshakeReason.NoSuite : null;
        // If one of the chosen suites was offered, the suites are not the reason.
        var offered = accepted.Where(answer => answer.CipherSuite is { } suite && offer.CipherSuites.Contains(suite)).ToList();
        // Some servers choose suites by key usage.
        if (offered.Count == 0)
            return accepted.Any(answer => answer.Certificate is { AllowsSigning: false }) ? HandshakeReason.KeyUsage : HandshakeReason.NoCommonCipher;
        return offered.Select(answer => Of(offer, answer)).FirstOrDefault(reason => reason is not null);
    }

    private static HandshakeReason? Of(TlsOffer offer, TlsVersionAnswer choice)
    {
        if (choice.KeyExchangeGroup is { } group && !Allows(offer.Groups, group))
            return HandshakeReason.KeyExchangeGroup;
        if (choice.DiffieHellmanBits < SafeDiffieHellmanBits)
            return HandshakeReason.WeakKeyExchange;
        if (choice.SignatureScheme is { } scheme && !Allows(offer.SignatureSchemes, scheme))
            return HandshakeReason.SignatureAlgorithm;
        if (choice.Certificate is not { } certificate)
            return null;
        if (certificate.KeyGroup is { } curve && !Allows(offer.Groups, curve))
            return HandshakeReason.CertificateCurve;
        if (!certificate.AllowsSigning)
            return HandshakeReason.KeyUsage;
        return certificate is { KeyAlgorithm: "RSA", KeySize: < SafeRsaBits } ? HandshakeReason.WeakCertificateKey : null;
    }

    // The server supports one of the versions, but no suite for it.
    private static bool SupportsNoSuite(IReadOnlyList<int?> alerts) => alerts.Contains(HandshakeFailure) && alerts.All(alert => alert is HandshakeFailure or ProtocolVersion);

    // A list that was not sent leaves the choice to the server.
    private static bool Allows(IReadOnlyList<int> offered, int chosen) => offered.Count == 0 || offered.Contains(chosen);
}
