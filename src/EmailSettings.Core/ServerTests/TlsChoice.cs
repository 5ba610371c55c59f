namespace EmailSettings.Core.ServerTests;

/// <summary>The requested TLS mode of a test.</summary>
public enum TlsChoice
{
    /// <summary>
    /// By port: implicit on 465, 993 and 2465, STARTTLS (required) on others; none if secure connections are off.
    /// </summary>
    Auto,

    /// <summary>Implicit TLS (RFC 8314).</summary>
    Implicit,

    /// <summary>STARTTLS, required.</summary>
    StartTls,

    /// <summary>No TLS.</summary>
    None,
}
