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
            yield return TlsFindings.RevocationUnknown.At($"{string.Join(", ", facts.RevocationSources.Take(3))} gave no usable answer");
        if (facts.Revocation == RevocationState.NoneNamed)
            yield return TlsFindings.RevocationNotNamed();
        if (facts.Certificate is not { } certificate) yield break;
        var left = (certificate.NotAfter - clock.GetUtcNow()).TotalDays;
        if (left <= DaysBefore)
            yield return TlsFindings.CertificateExpiresSoon.At(certificate.Subject, Day(certificate.NotAfter), Math.Floor(left).ToString(CultureInfo.InvariantCulture));
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
            CertificateProblem.Revoked => TlsFindings.Revoked.At(subject),
            CertificateProblem.NameMismatch => TlsFindings.Name.At(facts.ExpectedName, Names(certificate)),
            CertificateProblem.Expired => Expired(facts),
            CertificateProblem.NotYetValid => NotYetValid(facts),
            CertificateProblem.SelfSigned => TlsFindings.SelfSigned.At(subject),
            CertificateProblem.UnknownRoot => TlsFindings.UnknownRoot.At(facts.Chain.Count > 0 ? facts.Chain[^1].Issuer : null),
            CertificateProblem.IncompleteChain => TlsFindings.IncompleteChain.At(facts.Chain.Count > 0 ? facts.Chain[^1].Issuer : null),
            CertificateProblem.WrongUsage => TlsFindings.Unusable.At(subject, "it was not issued for servers"),
            CertificateProblem.Missing => TlsFindings.Unusable.At("none", "the server sent no certificate"),
            _ => TlsFindings.Unusable.At(subject, "its chain has a bad signature, a weak algorithm or a broken extension"),
        };
    }

    // The one that ended may be an issuer, not the server's own.
    private static Finding Expired(TlsFacts facts)
    {
        var ended = facts.Chain.OrderBy(certificate => certificate.NotAfter).FirstOrDefault();
        var finding = TlsFindings.Expired.At(ended?.Subject, ended is null ? "a day gone by" : Day(ended.NotAfter));
        return ended?.Thumbprint == facts.Certificate?.Thumbprint ? finding : TlsFindings.OfIssuer(finding);
    }

    private static Finding NotYetValid(TlsFacts facts)
    {
        var begins = facts.Chain.OrderByDescending(certificate => certificate.NotBefore).FirstOrDefault();
        var finding = TlsFindings.NotYetValid.At(begins?.Subject, begins is null ? "a day to come" : Day(begins.NotBefore));
        return begins?.Thumbprint == facts.Certificate?.Thumbprint ? finding : TlsFindings.OfIssuer(finding);
    }

    // Without alternative names .NET takes the common name of the subject.
    private static string Names(CertificateFacts? certificate)
    {
        if (certificate is not { Names: { Count: > 0 } names }) return $"'{certificate?.Subject}'";
        var first = string.Join(", ", names.Take(MostNames).Select(name => $"'{name}'"));
        return names.Count <= MostNames ? first : string.Create(CultureInfo.InvariantCulture, $"{first} and {names.Count - MostNames} more");
    }

    private static string Day(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
