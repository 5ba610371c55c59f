namespace EmailSettings.Core.ServerTests;

/// <summary>The kind of server test.</summary>
public enum TestKind
{
    /// <summary>Sending: SMTP, or the Microsoft Graph permission to send.</summary>
    Outgoing,

    /// <summary>Fetching: IMAP, or Microsoft Graph's inbox.</summary>
    Incoming,
}
