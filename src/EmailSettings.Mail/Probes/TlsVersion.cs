namespace EmailSettings.Mail.Probes;

/// <summary>The TLS versions that a server may choose, in order.</summary>
public enum TlsVersion
{
    /// <summary>SSL 3.0, RFC 6101; forbidden by RFC 7568.</summary>
    Ssl30,

    /// <summary>TLS 1.0, RFC 2246; forbidden by RFC 8996.</summary>
    Tls10,

    /// <summary>TLS 1.1, RFC 4346; forbidden by RFC 8996.</summary>
    Tls11,

    /// <summary>TLS 1.2, RFC 5246.</summary>
    Tls12,

    /// <summary>TLS 1.3, RFC 8446.</summary>
    Tls13,
}
