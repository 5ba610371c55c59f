namespace EmailSettings.Mail.Tls;

/// <summary>Why a handshake failed, as far as this machine's library or the server's alert tells.</summary>
public enum HandshakeReason
{
    /// <summary>The Diffie-Hellman group of the server is too small.</summary>
    WeakKeyExchange,

    /// <summary>A key in the chain is too small.</summary>
    WeakCertificateKey,

    /// <summary>A signature in the chain uses a digest that is too weak.</summary>
    WeakCertificateDigest,

    /// <summary>The signature of the handshake uses an algorithm that was not offered.</summary>
    SignatureAlgorithm,

    /// <summary>The key usage of the server's certificate forbids what the handshake needs it for (RFC 5280 §4.2.1.3).</summary>
    KeyUsage,

    /// <summary>No cipher suite in common.</summary>
    NoCommonCipher,

    /// <summary>No version of TLS in common.</summary>
    Version,

    /// <summary>The server wants stronger cipher suites or keys than this machine offers.</summary>
    WeakClient,
}
