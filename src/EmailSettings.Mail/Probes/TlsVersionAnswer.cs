using System.Net.Security;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail.Probes;

/// <summary>A server's answer to one ClientHello.</summary>
/// <param name="Version">The version the server chose, or the newest one offered.</param>
/// <param name="Accepted">Whether the server chose it.</param>
/// <param name="Answer">The answer if it did not.</param>
public sealed record TlsVersionAnswer(TlsVersion Version, bool Accepted, TlsPeerAnswer? Answer)
{
    /// <summary>The cipher suite the server chose; null if none.</summary>
    public TlsCipherSuite? CipherSuite { get; init; }

    /// <summary>The number of the group that the server chose for the key exchange (IANA, TLS Supported Groups); null if not sent.</summary>
    public int? KeyExchangeGroup { get; init; }

    /// <summary>The size in bits of the server's Diffie-Hellman group if it is not a named one; null if there was none.</summary>
    public int? DiffieHellmanBits { get; init; }

    /// <summary>The number of the server's signature algorithm (IANA, TLS SignatureScheme); null if not sent.</summary>
    public int? SignatureScheme { get; init; }

    /// <summary>The server's certificate, unverified; null if not sent, which is always so in TLS 1.3.</summary>
    public CertificateFacts? Certificate { get; init; }
}
