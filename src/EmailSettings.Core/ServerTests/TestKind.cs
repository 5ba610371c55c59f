namespace EmailSettings.Core.ServerTests;

/// <summary>What a server is tested for.</summary>
public enum TestKind
{
    /// <summary>Sending: SMTP, or Microsoft Graph's right to send.</summary>
    Outgoing,

    /// <summary>Fetching: IMAP, or Microsoft Graph's inbox.</summary>
    Incoming,
}
