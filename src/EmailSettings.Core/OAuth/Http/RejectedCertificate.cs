using EmailSettings.Core.Findings;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.OAuth.Http;

/// <summary>Describes what is wrong with the certificate of an endpoint.</summary>
internal static class RejectedCertificate
{
    /// <summary>Creates the exception for a rejected certificate.</summary>
    public static EndpointTlsException Of(TlsFacts facts)
    {
        var certificate = facts.Certificate;
        var problems = string.Join("; ", facts.Problems.Select(problem => Words(problem, facts)));
        return new EndpointTlsException($"the certificate '{certificate?.Subject}', issued by '{certificate?.Issuer}', is refused: {problems}.", facts.Problems[0]);
    }

    private static string Words(CertificateProblem problem, TlsFacts facts) => problem switch
    {
        CertificateProblem.Revoked => "it or one of its issuers was revoked",
        CertificateProblem.NameMismatch => $"it is not for '{facts.ExpectedName}' but for {Names(facts)}",
        // The expired or not yet valid one may be an issuer.
        CertificateProblem.Expired => $"it or one of its issuers expired on {Iso8601.Day(All(facts).Min(certificate => certificate.NotAfter))}",
        CertificateProblem.NotYetValid => $"it or one of its issuers is valid only from {Iso8601.Day(All(facts).Max(certificate => certificate.NotBefore))}",
        CertificateProblem.SelfSigned => "it is self-signed and not trusted on this machine",
        CertificateProblem.UnknownRoot => "this machine does not trust the CA that issued it",
        CertificateProblem.IncompleteChain => "its issuer's certificate is not sent, and this machine does not have it",
        CertificateProblem.WrongUsage => "it was not issued for servers",
        CertificateProblem.Missing => "there is none",
        _ => "its chain has a bad signature, a weak algorithm or a broken extension",
    };

    private static IEnumerable<CertificateFacts> All(TlsFacts facts) => facts.Chain;

    private static string Names(TlsFacts facts) => facts.Certificate is { Names: { Count: > 0 } names }
        ? string.Join(", ", names.Take(5).Select(name => $"'{name}'"))
        : "no name at all";

}
