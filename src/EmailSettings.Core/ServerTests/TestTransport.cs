namespace EmailSettings.Core.ServerTests;

/// <summary>The protocol for fetching or sending mail.</summary>
public enum TestTransport
{
    /// <summary>By the permissions in the token: IMAP or SMTP if it has them, otherwise Graph.</summary>
    Auto,

    /// <summary>IMAP; incoming only.</summary>
    Imap,

    /// <summary>SMTP; outgoing only.</summary>
    Smtp,

    /// <summary>Microsoft Graph.</summary>
    Graph,
}
