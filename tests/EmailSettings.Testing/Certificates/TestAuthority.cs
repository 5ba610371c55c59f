using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Testing.Certificates;

/// <summary>A CA created for one test run, and its certificates.</summary>
public sealed class TestAuthority : IDisposable
{
    public const string Host = "mail.example.test";

    // One key for all servers of a run: generating one takes longer than a whole test.
    private static readonly RSA ServerKey = RSA.Create(2048);

    private readonly List<X509Certificate2> _made = [];
    private readonly X509Certificate2 _bare;
    private readonly Lazy<X509Certificate2> _root;

    public TestAuthority()
        : this("CN=Test Root " + Guid.NewGuid().ToString("N"))
    {
    }

    private TestAuthority(string name)
    {
        var key = RSA.Create(2048);
        var request = Request(name, isAuthority: true, key);
        _bare = Keep(request.Create(
            request.SubjectName, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1),
            DateTimeOffset.UtcNow.AddYears(-2), DateTimeOffset.UtcNow.AddYears(2), RandomNumberGenerator.GetBytes(12)));
        // Joined with its key only to sign: tests without TLS must not use Windows' key store.
        _root = new Lazy<X509Certificate2>(() => Keep(_bare.CopyWithPrivateKey(key)));
    }

    public X509Certificate2 Root => _root.Value;

    /// <summary>The root without its key, to be trusted.</summary>
    public X509Certificate2Collection Trusted => [X509CertificateLoader.LoadCertificate(_bare.RawData)];

    /// <summary>Creates a CA with the same name and another key.</summary>
    public TestAuthority Again() => new(_bare.Subject);

    /// <summary>Issues a server certificate, signed by the root or by an intermediate.</summary>
    public X509Certificate2 Issue(
        string host = Host,
        double fromDays = -1,
        double toDays = 30,
        X509Certificate2? issuer = null,
        bool elliptic = false,
        string? crlAddress = null,
        string? issuerAddress = null,
        string purpose = "1.3.6.1.5.5.7.3.1",
        Action<CertificateRequest>? change = null)
    {
        using var curve = elliptic ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : null;
        var request = Request("CN=" + host, isAuthority: false, curve as AsymmetricAlgorithm ?? ServerKey);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: false));
        if (crlAddress is not null)
            request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([crlAddress]));
        if (issuerAddress is not null)
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(null, [issuerAddress]));
        change?.Invoke(request);
        using var bare = Sign(request, issuer ?? Root, fromDays, toDays);
        return Keep(curve is null ? bare.CopyWithPrivateKey(ServerKey) : bare.CopyWithPrivateKey(curve));
    }

    /// <summary>Issues an intermediate CA.</summary>
    public X509Certificate2 IssueIntermediate(string? issuerAddress = null, double toDays = 100)
    {
        using var key = RSA.Create(2048);
        var request = Request("CN=Test Intermediate " + Guid.NewGuid().ToString("N"), isAuthority: true, key);
        if (issuerAddress is not null)
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(null, [issuerAddress]));
        using var bare = Sign(request, Root, -10, toDays);
        return Keep(bare.CopyWithPrivateKey(key));
    }

    /// <summary>Creates a self-signed certificate.</summary>
    public X509Certificate2 SelfSigned(string host = Host)
    {
        var request = Request("CN=" + host, isAuthority: false);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        return Keep(request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30)));
    }

    /// <summary>Creates the root's CRL with these certificates.</summary>
    public byte[] RevocationList(params X509Certificate2[] revoked)
    {
        var list = new CertificateRevocationListBuilder();
        foreach (var certificate in revoked)
            list.AddEntry(certificate, DateTimeOffset.UtcNow.AddHours(-2));
        return list.Build(Root, 1, DateTimeOffset.UtcNow.AddDays(7), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, DateTimeOffset.UtcNow.AddHours(-1));
    }

    /// <summary>Gets a server's configuration: its certificate, and the others it sends.</summary>
    public static SslStreamCertificateContext Serve(X509Certificate2 certificate, params X509Certificate2[] others) =>
        SslStreamCertificateContext.Create(certificate, [.. others], offline: true);

    public void Dispose()
    {
        foreach (var certificate in _made)
            certificate.Dispose();
    }

    private X509Certificate2 Keep(X509Certificate2 certificate)
    {
        lock (_made) _made.Add(certificate);
        return certificate;
    }

    private static X509Certificate2 Sign(CertificateRequest request, X509Certificate2 issuer, double fromDays, double toDays)
    {
        var generator = X509SignatureGenerator.CreateForRSA(issuer.GetRSAPrivateKey()!, RSASignaturePadding.Pkcs1);
        return request.Create(issuer.SubjectName, generator, DateTimeOffset.UtcNow.AddDays(fromDays), DateTimeOffset.UtcNow.AddDays(toDays), RandomNumberGenerator.GetBytes(12));
    }

    private static CertificateRequest Request(string subject, bool isAuthority, AsymmetricAlgorithm? key = null)
    {
        key ??= isAuthority ? RSA.Create(2048) : ServerKey;
        var request = key is RSA rsa
            ? new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(subject, (ECDsa)key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            isAuthority ? X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign : X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment,
            critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }
}
