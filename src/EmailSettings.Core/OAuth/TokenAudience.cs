namespace EmailSettings.Core.OAuth;

/// <summary>For whom a token was issued.</summary>
public enum TokenAudience
{
    /// <summary>The token names no audience, or cannot be read.</summary>
    Unknown,

    /// <summary>Exchange Online: the one that IMAP and SMTP take.</summary>
    Exchange,

    /// <summary>Microsoft Graph, which IMAP and SMTP refuse.</summary>
    Graph,

    /// <summary>Someone else.</summary>
    Other,
}
