namespace EmailSettings.Core.OAuth;

/// <summary>What a token is wanted for; decides the scopes that are asked for.</summary>
public enum TokenPurpose
{
    /// <summary>Reading a mailbox over IMAP.</summary>
    Imap,

    /// <summary>Sending over SMTP.</summary>
    Smtp,

    /// <summary>Microsoft Graph, for reading and sending alike.</summary>
    Graph,
}
