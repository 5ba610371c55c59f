using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>What a server sent in its handshake, copied so that it can be looked at after the handshake has ended.</summary>
internal sealed class ServerCertificate : IDisposable
{
    public ServerCertificate(X509Certificate2 leaf, X509Certificate2Collection sent)
    {
        Leaf = X509CertificateLoader.LoadCertificate(leaf.RawDataMemory.Span);
        foreach (var certificate in sent)
        {
            if (!certificate.RawDataMemory.Span.SequenceEqual(leaf.RawDataMemory.Span))
                Intermediates.Add(X509CertificateLoader.LoadCertificate(certificate.RawDataMemory.Span));
        }
    }

    /// <summary>The server's own certificate.</summary>
    public X509Certificate2 Leaf { get; }

    /// <summary>The others it sent.</summary>
    public X509Certificate2Collection Intermediates { get; } = [];

    public void Dispose()
    {
        Leaf.Dispose();
        foreach (var certificate in Intermediates)
            certificate.Dispose();
    }
}
