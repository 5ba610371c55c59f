namespace EmailSettings.Core.OAuth;

/// <summary>The purpose of a token; determines the requested scopes.</summary>
public enum TokenPurpose
{
    /// <summary>Reading a mailbox over IMAP.</summary>
    Imap,

    /// <summary>Sending over SMTP.</summary>
    Smtp,

    /// <summary>Microsoft Graph, for reading and sending.</summary>
    Graph,
}
