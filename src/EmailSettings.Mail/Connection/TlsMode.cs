namespace EmailSettings.Mail.Connection;

/// <summary>How TLS is used at an endpoint.</summary>
public enum TlsMode
{
    /// <summary>No TLS.</summary>
    None,

    /// <summary>TLS from the first byte (RFC 8314).</summary>
    Implicit,

    /// <summary>TLS after STARTTLS, without a fallback to plaintext.</summary>
    StartTls,
}
