namespace EmailSettings.Mail.Tls;

/// <summary>Why a handshake failed, as told by the local TLS library, by the server's alert or by what the server chose on further connections.</summary>
public enum HandshakeReason
{
    /// <summary>The server's Diffie-Hellman group is too small.</summary>
    WeakKeyExchange,

    /// <summary>A key in the chain is too small.</summary>
    WeakCertificateKey,

    /// <summary>A signature in the chain uses a digest that is too weak.</summary>
    WeakCertificateDigest,

    /// <summary>The handshake is signed with an algorithm that was not offered.</summary>
    SignatureAlgorithm,

    /// <summary>The key usage of the server's certificate does not allow this handshake (RFC 5280 §4.2.1.3).</summary>
    KeyUsage,

    /// <summary>The server's key exchange uses a group that was not offered.</summary>
    KeyExchangeGroup,

    /// <summary>The key of the server's certificate is on a curve that was not offered.</summary>
    CertificateCurve,

    /// <summary>No cipher suite in common.</summary>
    NoCommonCipher,

    /// <summary>No TLS version in common.</summary>
    Version,

    /// <summary>The server accepts no cipher suite of any age, with or without a certificate: usually it has no usable certificate.</summary>
    NoSuite,

    /// <summary>The server requires stronger cipher suites or keys than this client offers.</summary>
    WeakClient,
}
