using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Certificates;

namespace EmailSettings.Core.Tests.Secrets;

/// <summary>Certificates created for the test run; the RSA keys are shared, since generating them is slow.</summary>
internal static class TestCertificates
{
    private static readonly Lazy<RSA> Key = new(() => RSA.Create(2048));
    private static readonly Lazy<RSA> SecondKey = new(() => RSA.Create(2048));

    public static RSA SharedKey => Key.Value;

    public static RSA OtherKey => SecondKey.Value;

    /// <summary>Creates an ordinary self-signed certificate without extensions, as the platform's may be.</summary>
    public static X509Certificate2 Make(string subject = "CN=secrets test", RSA? key = null, int fromDays = -1, int toDays = 365)
    {
        var request = new CertificateRequest(subject, key ?? SharedKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return Reload(request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(fromDays), DateTimeOffset.UtcNow.AddDays(toDays)));
    }

    public static X509Certificate2 MakeElliptic(string subject = "CN=elliptic")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        return Reload(request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(365)));
    }

    public static X509Certificate2 WithoutKey(X509Certificate2 certificate) => X509CertificateLoader.LoadCertificate(certificate.RawData);

    public static PasswordCertificate Open(X509Certificate2? certificate = null) => new(certificate ?? Make(), CertificateLocation.CurrentUser);

    /// <summary>Creates a copy whose key persists on Windows after disposal, as needed for a certificate store.</summary>
    public static X509Certificate2 Persist(X509Certificate2 certificate) => certificate.HasPrivateKey
        ? X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable | X509KeyStorageFlags.PersistKeySet)
        : WithoutKey(certificate);

    private static X509Certificate2 Reload(X509Certificate2 made)
    {
        using (made)
            return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }
}
