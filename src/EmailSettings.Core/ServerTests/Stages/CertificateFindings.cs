using System.Globalization;
using System.Net;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>What there is to say about a server's certificate.</summary>
internal static class CertificateFindings
{
    private const int MostNames = 5;
    private const int SafeRsaBits = 2048;

    /// <summary>Warnings about a certificate that was accepted.</summary>
    public static IEnumerable<Finding> OfAccepted(TlsFacts facts, TimeProvider clock)
    {
        if (facts.Revocation == RevocationState.Unknown)
            yield return TlsFindings.TlsRevocationUnknown.At(value: $"{string.Join(", detail: ", facts.RevocationSources.Take(3))} gave no usable answer");
        if (facts.Revocation == RevocationState.NoneNamed)
            yield return TlsFindings.RevocationNotNamed();
        if (facts.Certificate is not { } certificate) yield break;
        if (Weakness(facts) is { } weakness) yield return InspectionFindings.TlsWeakCertificate.At(value: weakness);
        var left = (certificate.NotAfter - clock.GetUtcNow()).TotalDays;
        if (left <= ExpiryWarning.DaysBefore)
            yield return TlsFindings.TlsCertificateExpiresSoon.At(value: certificate.Subject, detail: Iso8601.Day(certificate.NotAfter), limit: Math.Floor(left).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Why a certificate was refused, the gravest reason first.</summary>
    /// <param name="facts">What the handshake gave.</param>
    /// <param name="host">The host of the test, as it was entered.</param>
    public static IEnumerable<Finding> OfRefused(TlsFacts facts, string? host)
    {
        if (facts.Problems.Count == 0) return [Of(CertificateProblem.Invalid, facts)];
        var findings = facts.Problems.Select(problem => Of(problem, facts));
        // A server that was told no name shows any certificate, so that nothing but the name can be judged.
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

    // A self-signed certificate is the box's own, not a copy of the server's.
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
                ? $"it uses {weakness}, which no longer counts as safe"
                : "its chain has a bad signature, a weak algorithm or a broken extension"),
        };
    }

    // The one that ended may be an issuer or the root, not the server's own.
    private static Finding Expired(TlsFacts facts)
    {
        if (EndedRoot(facts) is { } root) return InspectionFindings.TlsRootExpired.At(value: root.Subject, detail: Iso8601.Day(root.NotAfter));
        var ended = facts.Chain.OrderBy(certificate => certificate.NotAfter).FirstOrDefault();
        return TlsFindings.TlsExpired.At(value: ended?.Subject, detail: ended is null ? "a day gone by" : Iso8601.Day(ended.NotAfter), limit: Owner(ended, facts));
    }

    // An authority's old root ends while its servers go on: another, newer one is to be had from the system.
    private static CertificateFacts? EndedRoot(TlsFacts facts)
    {
        if (facts.Chain.Count < 2 || facts.Chain[^1] is not { } root || root.Subject != root.Issuer) return null;
        return facts.Chain[0].NotAfter > facts.Chain.Min(certificate => certificate.NotAfter) && root.NotAfter < facts.Chain[0].NotAfter ? root : null;
    }

    private static string? Weakness(TlsFacts facts)
    {
        if (facts.Certificate is not { } own) return null;
        if (own is { KeyAlgorithm: "RSA", KeySize: < SafeRsaBits }) return string.Create(CultureInfo.InvariantCulture, $"an RSA key of {own.KeySize} bits");
        // Nobody looks at the signature of a root.
        return facts.Chain.Where(certificate => certificate.Subject != certificate.Issuer).Any(certificate => IsOldDigest(certificate.SignatureAlgorithm))
            ? "a signature with SHA-1 or MD5" : null;
    }

    private static bool IsOldDigest(string algorithm) =>
        algorithm.Contains("sha1", StringComparison.OrdinalIgnoreCase) || algorithm.Contains("md5", StringComparison.OrdinalIgnoreCase);

    private static Finding NotYetValid(TlsFacts facts)
    {
        var begins = facts.Chain.OrderByDescending(certificate => certificate.NotBefore).FirstOrDefault();
        return TlsFindings.TlsNotYetValid.At(value: begins?.Subject, detail: begins is null ? "a day to come" : Iso8601.Day(begins.NotBefore), limit: Owner(begins, facts));
    }

    private static string Owner(CertificateFacts? certificate, TlsFacts facts) => certificate?.Thumbprint == facts.Certificate?.Thumbprint ? "server's" : "issuer's";

    // Without alternative names .NET takes the common name of the subject.
    private static string Names(CertificateFacts? certificate)
    {
        if (certificate is not { Names: { Count: > 0 } names }) return $"'{certificate?.Subject}'";
        var first = string.Join(", ", names.Take(MostNames).Select(name => $"'{name}'"));
        return names.Count <= MostNames ? first : string.Create(CultureInfo.InvariantCulture, $"{first} and {names.Count - MostNames} more");
    }

}
