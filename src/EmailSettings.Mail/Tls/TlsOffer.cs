using System.Net.Security;

namespace EmailSettings.Mail.Tls;

/// <summary>What this machine's TLS offered in its ClientHello (RFC 8446 §4.1.2), by IANA's numbers. An empty list was not sent.</summary>
/// <param name="CipherSuites">Cipher suites.</param>
/// <param name="Groups">Groups of the key exchange: curves, and finite fields.</param>
/// <param name="SignatureSchemes">Algorithms by which the server may sign the handshake.</param>
public sealed record TlsOffer(IReadOnlyList<TlsCipherSuite> CipherSuites, IReadOnlyList<int> Groups, IReadOnlyList<int> SignatureSchemes);
