using System.Globalization;
using System.Net;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>Creates the findings about a server's certificate.</summary>
internal static class CertificateFindings
{
    private const int MaxNames = 5;
    private const int SafeRsaBits = 2048;

    /// <summary>Returns warnings about an accepted certificate.</summary>
    public static IEnumerable<Finding> OfAccepted(TlsFacts facts, TimeProvider clock)
    {
        if (facts.Revocation == RevocationState.Unknown)
            yield return TlsFindings.TlsRevocationUnknown.At(value: $"{string.Join(", detail: ", facts.RevocationSources.Take(3))} gave no usable answer");
        if (facts.Revocation == RevocationState.NoneNamed)
            yield return TlsFindings.RevocationNotNamed();
        if (facts.Certificate is not { } certificate) yield break;
        if (Weakness(facts) is { } weakness) yield return InspectionFindings.TlsWeakCertificate.At(value: weakness);
        // In an RSA key exchange the server signs nothing.
        if (!certificate.AllowsSigning && facts.CipherSuite?.ToString().StartsWith("TLS_RSA_", StringComparison.Ordinal) != true) yield return HandshakeReasons.KeyUsage(certificate);
        var left = (certificate.NotAfter - clock.GetUtcNow()).TotalDays;
        if (left <= ExpiryWarning.DaysBefore)
            yield return TlsFindings.TlsCertificateExpiresSoon.At(value: certificate.Subject, detail: Iso8601.Day(certificate.NotAfter), limit: Math.Floor(left).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Returns why a certificate was rejected, most severe reason first.</summary>
    /// <param name="facts">The facts of the handshake.</param>
    /// <param name="host">The tested host, as entered.</param>
    public static IEnumerable<Finding> OfRefused(TlsFacts facts, string? host)
    {
        if (facts.Problems.Count == 0) return [Of(CertificateProblem.Invalid, facts)];
        var findings = facts.Problems.Select(problem => Of(problem, facts));
        // Without a server name the server may present any certificate, so only the name can be judged.
        if (facts.Problems.Contains(CertificateProblem.NameMismatch))
        {
            return !IPAddress.TryParse(host, out _) ? findings
                : facts.Problems.Where(problem => problem != CertificateProblem.NameMismatch && !IsTrust(problem)).Select(problem => Of(problem, facts))
                    .Prepend(InspectionFindings.TlsHostIsAddress.At(value: host, detail: Names(facts.Certificate)));
        }
        if (!facts.Problems.Any(IsTrust) || Product(facts) is not { } found) return findings;
        return facts.Problems.Where(problem => !IsTrust(problem)).Select(problem => Of(problem, facts))
            .Prepend(InspectionFindings.TlsInspected.At(value: found.Product, detail: found.Issuer));
    }

    private static bool IsTrust(CertificateProblem problem) =>
        problem is CertificateProblem.SelfSigned or CertificateProblem.UnknownRoot or CertificateProblem.IncompleteChain;

    // A self-signed certificate is the device's own, not a replacement of the server's.
    private static (string Product, string Issuer)? Product(TlsFacts facts)
    {
        if (facts.Certificate is not { } own || own.Subject == own.Issuer) return null;
        foreach (var certificate in facts.Chain)
        {
            if (InspectionProducts.Of(certificate.Issuer) is { } product) return (product, certificate.Issuer);
        }
        return null;
    }

    private static Finding Of(CertificateProblem problem, TlsFacts facts)
    {
        var certificate = facts.Certificate;
        var subject = certificate?.Subject;
        return problem switch
        {
            CertificateProblem.Revoked => TlsFindings.TlsRevoked.At(value: subject),
            CertificateProblem.NameMismatch => TlsFindings.TlsName.At(value: facts.ExpectedName, detail: Names(certificate)),
            CertificateProblem.Expired => Expired(facts),
            CertificateProblem.NotYetValid => NotYetValid(facts),
            CertificateProblem.SelfSigned => TlsFindings.TlsSelfSigned.At(value: subject),
            CertificateProblem.UnknownRoot => TlsFindings.TlsUnknownRoot.At(value: facts.Chain.Count > 0 ? facts.Chain[^1].Issuer : null),
            CertificateProblem.IncompleteChain => TlsFindings.TlsIncompleteChain.At(value: facts.Chain.Count > 0 ? facts.Chain[^1].Issuer : null),
            CertificateProblem.WrongUsage => TlsFindings.TlsUnusable.At(value: subject, detail: "it was not issued for servers"),
            CertificateProblem.Missing => TlsFindings.TlsUnusable.At(value: "none", detail: "the server sent no certificate"),
            _ => TlsFindings.TlsUnusable.At(value: subject, detail: Weakness(facts) is { } weakness
                ? $"it uses {weakness}, which is no longer considered secure"
                : "its chain has a bad signature, a weak algorithm or a broken extension"),
        };
    }

    // The expired certificate may be an issuer or the root instead of the server's.
    private static Finding Expired(TlsFacts facts)
    {
        if (EndedRoot(facts) is { } root) return InspectionFindings.TlsRootExpired.At(value: root.Subject, detail: Iso8601.Day(root.NotAfter));
        var ended = facts.Chain.OrderBy(certificate => certificate.NotAfter).FirstOrDefault();
        return TlsFindings.TlsExpired.At(value: ended?.Subject, detail: ended is null ? "a past date" : Iso8601.Day(ended.NotAfter), limit: Owner(ended, facts));
    }

    // A CA's old root may expire while its servers are fine: system updates contain a newer one.
    private static CertificateFacts? EndedRoot(TlsFacts facts)
    {
        if (facts.Chain.Count < 2 || facts.Chain[^1] is not { } root || root.Subject != root.Issuer) return null;
        return facts.Chain[0].NotAfter > facts.Chain.Min(certificate => certificate.NotAfter) && root.NotAfter < facts.Chain[0].NotAfter ? root : null;
    }

    private static string? Weakness(TlsFacts facts)
    {
        if (facts.Certificate is not { } own) return null;
        if (own is { KeyAlgorithm: "RSA", KeySize: < SafeRsaBits }) return string.Create(CultureInfo.InvariantCulture, $"an RSA key of {own.KeySize} bits");
        // The signature of a root is irrelevant.
        return facts.Chain.Where(certificate => certificate.Subject != certificate.Issuer).Any(certificate => IsOldDigest(certificate.SignatureAlgorithm))
            ? "a signature with SHA-1 or MD5" : null;
    }

    private static bool IsOldDigest(string algorithm) =>
        algorithm.Contains("sha1", StringComparison.OrdinalIgnoreCase) || algorithm.Contains("md5", StringComparison.OrdinalIgnoreCase);

    private static Finding NotYetValid(TlsFacts facts)
    {
        var begins = facts.Chain.OrderByDescending(certificate => certificate.NotBefore).FirstOrDefault();
        return TlsFindings.TlsNotYetValid.At(value: begins?.Subject, detail: begins is null ? "a future date" : Iso8601.Day(begins.NotBefore), limit: Owner(begins, facts));
    }

    private static string Owner(CertificateFacts? certificate, TlsFacts facts) => certificate?.Thumbprint == facts.Certificate?.Thumbprint ? "server's" : "issuer's";

    // Without subject alternative names .NET uses the common name.
    private static string Names(CertificateFacts? certificate)
    {
        if (certificate is not { Names: { Count: > 0 } names }) return $"'{certificate?.Subject}'";
        var first = string.Join(", ", names.Take(MaxNames).Select(name => $"'{name}'"));
        return names.Count <= MaxNames ? first : string.Create(CultureInfo.InvariantCulture, $"{first} and {names.Count - MaxNames} more");
    }

}
