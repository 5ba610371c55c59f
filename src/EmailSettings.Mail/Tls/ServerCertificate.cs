using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// The certificates a server sent in its handshake, for use after the handshake. Holds its own handles on them, because decoding
/// one again takes OpenSSL 3 a third of a millisecond.
/// </summary>
internal sealed class ServerCertificate : IDisposable
{
    public ServerCertificate(X509Certificate2 leaf, X509Certificate2Collection sent)
    {
        Leaf = new X509Certificate2(leaf);
        foreach (var certificate in sent)
        {
            if (!certificate.RawDataMemory.Span.SequenceEqual(leaf.RawDataMemory.Span))
                Intermediates.Add(new X509Certificate2(certificate));
        }
    }

    /// <summary>The server's own certificate.</summary>
    public X509Certificate2 Leaf { get; }

    /// <summary>The other certificates it sent.</summary>
    public X509Certificate2Collection Intermediates { get; } = [];

    /// <summary>Copies the handles, for work that may outlive these.</summary>
    public ServerCertificate Copy() => new(Leaf, Intermediates);

    public void Dispose()
    {
        Leaf.Dispose();
        foreach (var certificate in Intermediates)
            certificate.Dispose();
    }
}
