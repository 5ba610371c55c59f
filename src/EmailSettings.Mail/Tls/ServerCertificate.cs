using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// What a server sent in its handshake, to be looked at after the handshake has ended: handles of its own on the same
/// certificates, because OpenSSL 3 takes a third of a millisecond to decode one anew.
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

    /// <summary>The others it sent.</summary>
    public X509Certificate2Collection Intermediates { get; } = [];

    /// <summary>Handles of their own again, for work that may outlive these.</summary>
    public ServerCertificate Copy() => new(Leaf, Intermediates);

    public void Dispose()
    {
        Leaf.Dispose();
        foreach (var certificate in Intermediates)
            certificate.Dispose();
    }
}
