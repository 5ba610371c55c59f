namespace EmailSettings.Core.ServerTests.Reports;

/// <summary>The stages of a test. The names are those of reports and the first part of finding ids.</summary>
public enum TestStage
{
    /// <summary>What is tested: effective values, and where each comes from.</summary>
    Settings,

    /// <summary>The password or client secret, given or stored.</summary>
    Secret,

    /// <summary>The host's addresses.</summary>
    Dns,

    /// <summary>The TCP connection.</summary>
    Connect,

    /// <summary>The TLS handshake: at once, or after <see cref="StartTls"/>.</summary>
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

    /// <summary>The inbox, opened for reading.</summary>
    Mailbox,

    /// <summary>SIZE and 8BITMIME against the settings.</summary>
    Limits,

    /// <summary>What DNS says of the sender's domain; on request.</summary>
    SenderDomain,

    /// <summary>Sender and recipient, without a message.</summary>
    Envelope,

    /// <summary>A real message, sent or found again.</summary>
    Message,

    /// <summary>QUIT or LOGOUT.</summary>
    Quit,
}
