namespace EmailSettings.Core.ServerTests.Reports;

/// <summary>The stages of a test. The names are used in reports and as the first part of finding ids.</summary>
public enum TestStage
{
    /// <summary>The effective values and their sources.</summary>
    Settings,

    /// <summary>The password or client secret, given or stored.</summary>
    Secret,

    /// <summary>The host's addresses.</summary>
    Dns,

    /// <summary>The TCP connection.</summary>
    Connect,

    /// <summary>The TLS handshake: immediately, or after <see cref="StartTls"/>.</summary>
    Tls,

    /// <summary>The server's first line.</summary>
    Greeting,

    /// <summary>EHLO or CAPABILITY.</summary>
    Capabilities,

    /// <summary>STARTTLS.</summary>
    StartTls,

    /// <summary>The access token.</summary>
    Token,

    /// <summary>The login.</summary>
    Authenticate,

    /// <summary>The inbox, opened read-only.</summary>
    Mailbox,

    /// <summary>SIZE and 8BITMIME compared with the settings.</summary>
    Limits,

    /// <summary>The DNS records of the sender's domain; on request.</summary>
    SenderDomain,

    /// <summary>Sender and recipient, without a message.</summary>
    Envelope,

    /// <summary>A real message that is sent or found.</summary>
    Message,

    /// <summary>QUIT or LOGOUT.</summary>
    Quit,
}
