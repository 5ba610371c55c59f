namespace EmailSettings.Mail.Connection;

/// <summary>How TLS is spoken at an endpoint.</summary>
public enum TlsMode
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>From the first byte (RFC 8314).</summary>
    Implicit,

    /// <summary>After STARTTLS, which is required: there is no fallback to plaintext.</summary>
    StartTls,
}
