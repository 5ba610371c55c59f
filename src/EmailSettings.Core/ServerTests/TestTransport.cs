namespace EmailSettings.Core.ServerTests;

/// <summary>Over what mail is fetched or sent.</summary>
public enum TestTransport
{
    /// <summary>By the rights in the token: IMAP or SMTP where it has them, else Graph where it has those.</summary>
    Auto,

    /// <summary>IMAP; incoming alone.</summary>
    Imap,

    /// <summary>SMTP; outgoing alone.</summary>
    Smtp,

    /// <summary>Microsoft Graph.</summary>
    Graph,
}
