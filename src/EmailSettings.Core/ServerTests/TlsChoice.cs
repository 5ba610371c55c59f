namespace EmailSettings.Core.ServerTests;

/// <summary>How a test is to speak TLS.</summary>
public enum TlsChoice
{
    /// <summary>
    /// By port: 465, 993 and 2465 implicit, STARTTLS (required) on others; none where secure connections are off.
    /// </summary>
    Auto,

    /// <summary>From the first byte (RFC 8314).</summary>
    Implicit,

    /// <summary>After STARTTLS, which is required.</summary>
    StartTls,

    /// <summary>Not at all.</summary>
    None,
}
