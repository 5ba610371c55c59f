namespace EmailSettings.Mail.Sasl;

/// <summary>How an attempt to authenticate went.</summary>
public sealed record AuthenticateFacts
{
    /// <summary>The mechanism by its IANA name (<c>XOAUTH2</c>); <c>LOGIN command</c> for IMAP's LOGIN.</summary>
    public required string Mechanism { get; init; }

    /// <summary>The server's last answer.</summary>
    public required ServerReply Reply { get; init; }

    /// <summary>The error that an OAuth mechanism gave before that answer, or null.</summary>
    public OAuthErrorFacts? OAuthError { get; init; }
}
