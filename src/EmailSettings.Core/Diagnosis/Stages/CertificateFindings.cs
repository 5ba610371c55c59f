using System.Globalization;
using EmailSettings.Core.Diagnosis.Findings;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.Diagnosis.Stages;

/// <summary>What there is to say about a server's certificate.</summary>
internal static class CertificateFindings
{
    private const int DaysBefore = 30;

    /// <summary>Warnings about a certificate that was accepted.</summary>
    public static IEnumerable<Finding> OfAccepted(TlsFacts facts, TimeProvider clock)
    {
        if (facts.Revocation == RevocationState.Unknown)
            yield return TlsFindings.RevocationUnknown.At($"{string.Join(", ", facts.RevocationSources.Take(3))} could not be reached");
        if (facts.Revocation == RevocationState.NoneNamed)
            yield return TlsFindings.RevocationUnknown.At("the certificate names neither a list nor a responder") with { Severity = Severity.Info };
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
            CertificateProblem.UnknownRoot => TlsFindings.UnknownRoot.At(facts.Chain.Count > 0 ? facts.Chain[^1].Issuer : certificate?.Issuer),
            CertificateProblem.IncompleteChain => TlsFindings.IncompleteChain.At(facts.Chain.Count > 0 ? facts.Chain[^1].Issuer : certificate?.Issuer),
            CertificateProblem.WrongUsage => TlsFindings.Unusable.At(subject, "it was not issued for servers"),
            CertificateProblem.Missing => TlsFindings.Unusable.At("none", "the server sent no certificate"),
            _ => TlsFindings.Unusable.At(subject, "its chain has a bad signature, a weak algorithm or a broken extension"),
        };
    }

    // The one that ended may be an issuer, not the server's own.
    private static Finding Expired(TlsFacts facts)
    {
        var ended = All(facts).OrderBy(certificate => certificate.NotAfter).FirstOrDefault();
        return TlsFindings.Expired.At(ended?.Subject, ended is null ? "a day gone by" : Day(ended.NotAfter));
    }

    private static Finding NotYetValid(TlsFacts facts)
    {
        var begins = All(facts).OrderByDescending(certificate => certificate.NotBefore).FirstOrDefault();
        return TlsFindings.NotYetValid.At(begins?.Subject, begins is null ? "a day to come" : Day(begins.NotBefore));
    }

    private static IEnumerable<CertificateFacts> All(TlsFacts facts) => facts.Chain.Count > 0 ? facts.Chain : new[] { facts.Certificate }.OfType<CertificateFacts>();

    private static string Names(CertificateFacts? certificate) => certificate is { SubjectAlternativeNames.Count: > 0 }
        ? string.Join(", ", certificate.SubjectAlternativeNames.Take(5).Select(name => $"'{name}'"))
        : "no name at all";

    private static string Day(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
