using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail.Probes;

/// <summary>
/// Why a handshake failed, by what the server chose from everything and what this machine had offered. Alerts tell little: a
/// server that has nothing in common says handshake_failure, whatever it is that it lacks.
/// </summary>
internal static class ChoiceReading
{
    private const int SafeDiffieHellmanBits = 2048;
    private const int SafeRsaBits = 2048;
    private const int HandshakeFailure = 40;
    private const int ProtocolVersion = 70;

    /// <summary>The reason; null where the choices show none.</summary>
    public static HandshakeReason? Of(TlsOffer offer, IReadOnlyList<TlsVersionAnswer> answers)
    {
        var accepted = answers.Where(answer => answer.Accepted).ToList();
        if (accepted.Count == 0)
            return TakesNothing([.. answers.Select(answer => answer.Answer?.AlertCode)]) ? HandshakeReason.NothingTaken : null;
        // One choice that is on offer here is a way in as far as suites go, so that it must be something else.
        var fitting = accepted.Where(answer => answer.CipherSuite is { } suite && offer.CipherSuites.Contains(suite)).ToList();
        // Some servers choose suites by what the key may be used for.
        if (fitting.Count == 0)
            return accepted.Any(answer => answer.Certificate is { AllowsSigning: false }) ? HandshakeReason.KeyUsage : HandshakeReason.NoCommonCipher;
        return fitting.Select(answer => Of(offer, answer)).FirstOrDefault(reason => reason is not null);
    }

    private static HandshakeReason? Of(TlsOffer offer, TlsVersionAnswer choice)
    {
        if (choice.KeyExchangeGroup is { } group && !Fits(offer.Groups, group))
            return HandshakeReason.KeyExchangeGroup;
        if (choice.DiffieHellmanBits < SafeDiffieHellmanBits)
            return HandshakeReason.WeakKeyExchange;
        if (choice.SignatureScheme is { } scheme && !Fits(offer.SignatureSchemes, scheme))
            return HandshakeReason.SignatureAlgorithm;
        if (choice.Certificate is not { } certificate)
            return null;
        if (certificate.KeyGroup is { } curve && !Fits(offer.Groups, curve))
            return HandshakeReason.CertificateCurve;
        if (!certificate.AllowsSigning)
            return HandshakeReason.KeyUsage;
        return certificate is { KeyAlgorithm: "RSA", KeySize: < SafeRsaBits } ? HandshakeReason.WeakCertificateKey : null;
    }

    // One of the versions it has, and nothing to go with it.
    private static bool TakesNothing(IReadOnlyList<int?> alerts) => alerts.Contains(HandshakeFailure) && alerts.All(alert => alert is HandshakeFailure or ProtocolVersion);

    // A list that was not sent leaves the choice to the server.
    private static bool Fits(IReadOnlyList<int> offered, int chosen) => offered.Count == 0 || offered.Contains(chosen);
}
