using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Integration.Tests.Certificates;

/// <summary>A root CA for this run with an intermediate; issues good and bad certificates, and their CRLs.</summary>
public sealed class TestCertificateAuthority : IDisposable
{
    private readonly X509Certificate2 _root;
    private readonly X509Certificate2 _intermediate;

    public TestCertificateAuthority()
    {
        var name = Guid.NewGuid().ToString("N")[..8];
        _root = CreateAuthority($"CN=Test Root {name}", issuer: null);
        _intermediate = CreateAuthority($"CN=Test Intermediate {name}", _root);
        Root = X509CertificateLoader.LoadCertificate(_root.RawData);
        Intermediate = X509CertificateLoader.LoadCertificate(_intermediate.RawData);
    }

    /// <summary>The root, without its key.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>The intermediate, without its key.</summary>
    public X509Certificate2 Intermediate { get; }

    /// <summary>The roots a client must trust to accept this CA.</summary>
    public X509Certificate2Collection Roots => [Root];

    /// <summary>Issues a server certificate with its key.</summary>
    public X509Certificate2 Issue(ServerCertificateOptions? options = null)
    {
        options ??= new ServerCertificateOptions();
        var issuer = options.FromIntermediate ? _intermediate : _root;
        var subject = new X500DistinguishedName($"CN={options.Names[0]}");
        if (options.UseEllipticCurve)
        {
            using var key = ECDsa.Create(ECCurve.CreateFromFriendlyName(options.Curve));
            using var bare = Sign(new CertificateRequest(subject, key, HashAlgorithmName.SHA256), issuer, options);
            return Exportable(bare.CopyWithPrivateKey(key));
        }
        using var rsa = RSA.Create(options.RsaBits);
        using var certificate = Sign(new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), issuer, options);
        return Exportable(certificate.CopyWithPrivateKey(rsa));
    }

    /// <summary>Creates a self-signed certificate.</summary>
    public static X509Certificate2 SelfSigned(string name = "localhost")
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        AddServerExtensions(request, new ServerCertificateOptions { Names = [name] });
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        return Exportable(X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null));
    }

    /// <summary>Creates the root's CRL in DER with the given certificates.</summary>
    public byte[] CreateCrl(params ReadOnlySpan<X509Certificate2> revoked)
    {
        var builder = new CertificateRevocationListBuilder();
        foreach (var certificate in revoked)
            builder.AddEntry(certificate.SerialNumberBytes.Span, DateTimeOffset.UtcNow.AddHours(-1), X509RevocationReason.KeyCompromise);
        return builder.Build(_root, 1, DateTimeOffset.UtcNow.AddDays(1), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, DateTimeOffset.UtcNow.AddHours(-2));
    }

    public void Dispose()
    {
        _root.Dispose();
        _intermediate.Dispose();
        Root.Dispose();
        Intermediate.Dispose();
    }

    private static X509Certificate2 CreateAuthority(string name, X509Certificate2? issuer)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var (from, to) = (DateTimeOffset.UtcNow.AddDays(-60), DateTimeOffset.UtcNow.AddDays(365));
        if (issuer is null)
        {
            using var root = request.CreateSelfSigned(from, to);
            return Exportable(X509CertificateLoader.LoadPkcs12(root.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable));
        }
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, true, false));
        using var bare = request.Create(issuer, from, to.AddDays(-1), SerialNumber());
        return Exportable(bare.CopyWithPrivateKey(key));
    }

    private static X509Certificate2 Sign(CertificateRequest request, X509Certificate2 issuer, ServerCertificateOptions options)
    {
        AddServerExtensions(request, options);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, true, false));
        // The issuer signs with its own RSA key, whatever the certificate's kind of key.
        return request.Create(
            issuer.SubjectName, X509SignatureGenerator.CreateForRSA(issuer.GetRSAPrivateKey()!, RSASignaturePadding.Pkcs1),
            DateTimeOffset.UtcNow + options.NotBefore, DateTimeOffset.UtcNow + options.NotAfter, SerialNumber());
    }

    private static void AddServerExtensions(CertificateRequest request, ServerCertificateOptions options)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in options.Names) names.AddDnsName(name);
        if (options.IncludeLoopbackAddresses)
        {
            names.AddIpAddress(IPAddress.Loopback);
            names.AddIpAddress(IPAddress.IPv6Loopback);
        }
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(options.KeyUsage, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(options.Purpose)], critical: false));
        if (options.CrlAddress is { } crl)
            request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([crl.AbsoluteUri]));
    }

    private static byte[] SerialNumber()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] &= 0x7F;
        return serial;
    }

    // SslStream on Windows does not accept ephemeral keys; a round trip through PKCS#12 works everywhere.
    private static X509Certificate2 Exportable(X509Certificate2 certificate)
    {
        using (certificate)
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }
}
