using System.Net.Security;

namespace EmailSettings.Mail.Tls;

/// <summary>What this machine offered in its ClientHello (RFC 8446 §4.1.2), as IANA numbers. A list that was not sent is empty.</summary>
/// <param name="CipherSuites">Cipher suites.</param>
/// <param name="Groups">Key exchange groups: curves and finite fields.</param>
/// <param name="SignatureSchemes">Algorithms with which the server may sign the handshake.</param>
public sealed record TlsOffer(IReadOnlyList<TlsCipherSuite> CipherSuites, IReadOnlyList<int> Groups, IReadOnlyList<int> SignatureSchemes);
