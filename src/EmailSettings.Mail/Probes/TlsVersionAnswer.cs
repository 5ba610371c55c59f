using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail.Probes;

/// <summary>What a server answered to a ClientHello that offers one version alone.</summary>
/// <param name="Version">The version offered.</param>
/// <param name="Accepted">The server chose it.</param>
/// <param name="Answer">What it answered where it did not.</param>
public sealed record TlsVersionAnswer(TlsVersion Version, bool Accepted, TlsPeerAnswer? Answer);
