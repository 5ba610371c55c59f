using EmailSettings.Core.ServerTests.Stages;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>Findings on a certificate from its facts alone.</summary>
public sealed class CertificateFindingTests
{
    [Theory]
    [Provokes("Tls.WeakCertificate")]
    [InlineData("RSA", 1024, "sha256RSA", true)]
    [InlineData("RSA", 2048, "sha1RSA", true)]
    [InlineData("RSA", 2048, "sha256RSA", false)]
    [InlineData("ECC", 256, "sha256ECDSA", false)]
    public void A_weak_key_or_signature_is_a_warning(string key, int bits, string signature, bool isWeak)
    {
        var facts = Facts(Certificate("CN=mail.example.test", "CN=Issuer") with { KeyAlgorithm = key, KeySize = bits, SignatureAlgorithm = signature });
        Assert.Equal(isWeak, CertificateFindings.OfAccepted(facts, TimeProvider.System).Any(finding => finding.Id == "Tls.WeakCertificate"));
    }

    [Fact]
    public void An_appliance_with_its_own_certificate_does_not_intercept()
    {
        var facts = Facts(Certificate("CN=FortiMail, O=Fortinet", "CN=FortiMail, O=Fortinet")) with { Problems = [CertificateProblem.SelfSigned] };
        Assert.Equal("Tls.SelfSigned", Assert.Single(CertificateFindings.OfRefused(facts, "mail.example.test")).Id);
    }

    private static TlsFacts Facts(CertificateFacts certificate) => new() { ExpectedName = "mail.example.test", Chain = [certificate] };

    private static CertificateFacts Certificate(string subject, string issuer) => new()
    {
        Subject = subject,
        Issuer = issuer,
        NotBefore = DateTimeOffset.UtcNow.AddDays(-10),
        NotAfter = DateTimeOffset.UtcNow.AddDays(100),
        Thumbprint = "00",
        SerialNumber = "01",
        KeyAlgorithm = "RSA",
        KeySize = 2048,
        SignatureAlgorithm = "sha256RSA",
    };
}
