using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>The handshake's facts as reports show them.</summary>
internal static class TlsFactReading
{
    public static TlsStageFacts Read(TestContext context, TlsFacts? facts) => facts is null ? new TlsStageFacts() : new TlsStageFacts
    {
        Protocol = facts.Protocol?.ToString(),
        CipherSuite = facts.CipherSuite?.ToString(),
        ExpectedName = DisplayText.Escape(facts.ExpectedName),
        Chain = (facts.Chain.Count > 0 ? facts.Chain : [.. new[] { facts.Certificate }.OfType<CertificateFacts>()]).Select(Summary).ToList(),
        IntermediatesSent = facts.IntermediatesSent,
        Problems = facts.Problems.Select(problem => problem.ToString()).ToList(),
        Revocation = facts.Revocation.ToString(),
        RevocationSources = context.Show(facts.RevocationSources),
        ClientCertificateAsked = facts.ClientCertificateAsked,
    };

    private static CertificateSummary Summary(CertificateFacts certificate) => new()
    {
        Subject = DisplayText.Shorten(certificate.Subject, 500),
        Issuer = DisplayText.Shorten(certificate.Issuer, 500),
        Names = certificate.SubjectAlternativeNames.Take(100).Select(name => DisplayText.Shorten(name, 253)).ToList(),
        NotBefore = certificate.NotBefore,
        NotAfter = certificate.NotAfter,
        Thumbprint = certificate.Thumbprint,
        Key = certificate.KeySize is { } size ? $"{certificate.KeyAlgorithm} {size}" : certificate.KeyAlgorithm,
        SignatureAlgorithm = certificate.SignatureAlgorithm,
    };
}
