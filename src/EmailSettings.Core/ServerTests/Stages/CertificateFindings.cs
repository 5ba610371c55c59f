using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>What there is to say about a server's certificate.</summary>
internal static class CertificateFindings
{
    private const int DaysBefore = 30;
    private const int MostNames = 5;

    /// <summary>Warnings about a certificate that was accepted.</summary>
    public static IEnumerable<Finding> OfAccepted(TlsFacts facts, TimeProvider clock)
    {
        if (facts.Revocation == RevocationState.Unknown)
            yield return TlsFindings.TlsRevocationUnknown.At(value: $"{string.Join(", ", facts.RevocationSources.Take(3))} gave no usable answer");
        if (facts.Revocation == RevocationState.NoneNamed)
            yield return TlsFindings.RevocationNotNamed();
        if (facts.Certificate is not { } certificate) yield break;
        var left = (certificate.NotAfter - clock.GetUtcNow()).TotalDays;
        if (left <= DaysBefore)
            yield return TlsFindings.TlsCertificateExpiresSoon.At(value: certificate.Subject, detail: Day(certificate.NotAfter), limit: Math.Floor(left).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Why a certificate was refused, the gravest reason first.</summary>
    public static IEnumerable<Finding> OfRefused(TlsFacts facts) => facts.Problems.Count > 0
        ? facts.Problems.Select(problem => Of(problem, facts))
        : [Of(CertificateProblem.Invalid, facts)];

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
            _ => TlsFindings.TlsUnusable.At(value: subject, detail: "its chain has a bad signature, a weak algorithm or a broken extension"),
        };
    }

    // The one that ended may be an issuer, not the server's own.
    private static Finding Expired(TlsFacts facts)
    {
        var ended = facts.Chain.OrderBy(certificate => certificate.NotAfter).FirstOrDefault();
        return TlsFindings.TlsExpired.At(value: ended?.Subject, detail: ended is null ? "a day gone by" : Day(ended.NotAfter), limit: Owner(ended, facts));
    }

    private static Finding NotYetValid(TlsFacts facts)
    {
        var begins = facts.Chain.OrderByDescending(certificate => certificate.NotBefore).FirstOrDefault();
        return TlsFindings.TlsNotYetValid.At(value: begins?.Subject, detail: begins is null ? "a day to come" : Day(begins.NotBefore), limit: Owner(begins, facts));
    }

    private static string Owner(CertificateFacts? certificate, TlsFacts facts) => certificate?.Thumbprint == facts.Certificate?.Thumbprint ? "server's" : "issuer's";

    // Without alternative names .NET takes the common name of the subject.
    private static string Names(CertificateFacts? certificate)
    {
        if (certificate is not { Names: { Count: > 0 } names }) return $"'{certificate?.Subject}'";
        var first = string.Join(", ", names.Take(MostNames).Select(name => $"'{name}'"));
        return names.Count <= MostNames ? first : string.Create(CultureInfo.InvariantCulture, $"{first} and {names.Count - MostNames} more");
    }

    private static string Day(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
