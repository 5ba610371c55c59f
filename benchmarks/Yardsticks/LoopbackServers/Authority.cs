using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LoopbackServers;

/// <summary>
/// A root, an intermediate and a server certificate, as on public servers; all with P-256, so that little of what is measured is
/// arithmetic.
/// </summary>
internal sealed class Authority : IDisposable
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private readonly DateTimeOffset _from = DateTimeOffset.UtcNow.AddDays(-1);
    private readonly X509Certificate2 _root;
    private readonly X509Certificate2 _intermediate;
    private readonly X509Certificate2 _server;

    public Authority()
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _root = Request("CN=Loopback Root", rootKey, isAuthority: true).CreateSelfSigned(_from, _from.AddDays(100));

        using var intermediateKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _intermediate = Sign(Request("CN=Loopback Intermediate", intermediateKey, isAuthority: true), intermediateKey, _root, days: 90);

        using var serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request("CN=localhost", serverKey, isAuthority: false);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        _server = Sign(request, serverKey, _intermediate, days: 80);
    }

    /// <summary>The root without its key.</summary>
    public string RootPem => _root.ExportCertificatePem();

    /// <summary>The server's configuration: its certificate and the intermediate, which it sends.</summary>
    public SslStreamCertificateContext Serve() => SslStreamCertificateContext.Create(_server, [_intermediate], offline: true);

    public void Dispose()
    {
        _server.Dispose();
        _intermediate.Dispose();
        _root.Dispose();
    }

    private X509Certificate2 Sign(CertificateRequest request, ECDsa key, X509Certificate2 issuer, int days)
    {
        using var bare = request.Create(issuer, _from, _from.AddDays(days), RandomNumberGenerator.GetBytes(12));
        return bare.CopyWithPrivateKey(key);
    }

    private static CertificateRequest Request(string subject, ECDsa key, bool isAuthority)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            isAuthority ? X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign : X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }
}
