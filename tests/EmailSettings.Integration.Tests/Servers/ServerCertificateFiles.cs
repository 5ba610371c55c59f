using System.Security.Cryptography.X509Certificates;
using EmailSettings.Integration.Tests.Certificates;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>Writes a server's certificate and key: <c>cert.pem</c> and <c>key.pem</c>.</summary>
internal static class ServerCertificateFiles
{
    /// <returns>The certificate written, without its key.</returns>
    public static X509Certificate2 Write(TemporaryFolder folder, TestCertificateAuthority authority, ServerCertificateOptions? options)
    {
        options ??= new ServerCertificateOptions();
        using var certificate = authority.Issue(options);
        var intermediate = options.SendIntermediate ? authority.Intermediate.ExportCertificatePem() : "";
        folder.Write("cert.pem", $"{certificate.ExportCertificatePem()}\n{intermediate}");
        using var rsa = certificate.GetRSAPrivateKey();
        using var ecdsa = certificate.GetECDsaPrivateKey();
        folder.Write("key.pem", rsa?.ExportPkcs8PrivateKeyPem() ?? ecdsa!.ExportPkcs8PrivateKeyPem());
        return X509CertificateLoader.LoadCertificate(certificate.RawData);
    }
}
