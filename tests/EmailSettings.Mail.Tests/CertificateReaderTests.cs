using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail.Tests;

public sealed class CertificateReaderTests
{
    [Theory]
    [InlineData(512)]
    [InlineData(1024)]
    [InlineData(2040)]
    [InlineData(2048)]
    [InlineData(3072)]
    public void The_size_of_an_RSA_key_is_that_of_its_modulus(int bits)
    {
        using var key = RSA.Create(bits);
        var facts = FactsOf(new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Assert.Equal((key.KeySize, $"RSA {bits}", null), (facts.KeySize, facts.Key, facts.KeyGroup));
    }

    [Theory]
    [InlineData("nistP256", 256, 23)]
    [InlineData("nistP384", 384, 24)]
    [InlineData("nistP521", 521, 25)]
    public void The_size_and_group_of_an_elliptic_curve_key_are_those_of_its_curve(string curve, int bits, int group)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));
        var facts = FactsOf(new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256));
        Assert.Equal((bits, group), (facts.KeySize, facts.KeyGroup));
    }

    [Theory]
    [InlineData(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, true, "digitalSignature", "keyEncipherment")]
    [InlineData(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, false, "keyCertSign", "cRLSign")]
    public void Key_usages_have_the_names_of_RFC_5280(X509KeyUsageFlags usages, bool allowsSigning, params string[] names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usages, critical: true));
        var facts = FactsOf(request);
        Assert.Equal(names, facts.KeyUsage);
        Assert.Equal(allowsSigning, facts.AllowsSigning);
    }

    private static CertificateFacts FactsOf(CertificateRequest request)
    {
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return CertificateReader.Facts(certificate);
    }
}
