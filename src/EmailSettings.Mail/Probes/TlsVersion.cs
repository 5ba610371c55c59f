namespace EmailSettings.Mail.Probes;

/// <summary>The TLS versions that a probe tries.</summary>
public enum TlsVersion
{
    /// <summary>TLS 1.0, RFC 2246; forbidden by RFC 8996.</summary>
    Tls10,

    /// <summary>TLS 1.1, RFC 4346; forbidden by RFC 8996.</summary>
    Tls11,

    /// <summary>TLS 1.2, RFC 5246.</summary>
    Tls12,

    /// <summary>TLS 1.3, RFC 8446.</summary>
    Tls13,
}
