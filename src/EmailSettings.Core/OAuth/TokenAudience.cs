namespace EmailSettings.Core.OAuth;

/// <summary>The service that a token was issued for.</summary>
public enum TokenAudience
{
    /// <summary>The token has no audience or is unreadable.</summary>
    Unknown,

    /// <summary>Exchange Online, as IMAP and SMTP require.</summary>
    Exchange,

    /// <summary>Microsoft Graph, which IMAP and SMTP reject.</summary>
    Graph,

    /// <summary>Another service.</summary>
    Other,
}
