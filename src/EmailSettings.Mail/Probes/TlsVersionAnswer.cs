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
}
