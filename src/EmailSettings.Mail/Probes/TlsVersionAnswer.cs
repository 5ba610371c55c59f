using System.Net.Security;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail.Probes;

/// <summary>What a server answered to one ClientHello.</summary>
/// <param name="Version">The version that the server chose, else the newest that was offered.</param>
/// <param name="Accepted">The server chose it.</param>
/// <param name="Answer">What it answered where it did not.</param>
public sealed record TlsVersionAnswer(TlsVersion Version, bool Accepted, TlsPeerAnswer? Answer)
{
    /// <summary>The cipher suite that the server chose; null where it chose none.</summary>
    public TlsCipherSuite? CipherSuite { get; init; }
}
