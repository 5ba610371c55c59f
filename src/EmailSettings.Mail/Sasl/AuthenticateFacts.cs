namespace EmailSettings.Mail.Sasl;

/// <summary>The result of an authentication attempt.</summary>
public sealed record AuthenticateFacts : FactRecord
{
    /// <summary>
    /// The mechanism's IANA name (<c>XOAUTH2</c>); <c>LOGIN command</c> for IMAP's LOGIN; null if none was tried to the end.
    /// </summary>
    public string? Mechanism { get; init; }

    /// <summary>The mechanisms that were tried before and failed.</summary>
    public IReadOnlyList<string> TriedBefore { get; init; } = [];

    /// <summary>The mechanisms offered.</summary>
    public IReadOnlyList<string> Offered { get; init; } = [];

    /// <summary>Whether the secret, or proof of it, was sent before the final reply.</summary>
    [Unlisted]
    public bool HasProved { get; init; }

    /// <summary>The server's final reply; null if none came.</summary>
    [Unlisted]
    public ServerReply? Reply { get; init; }

    /// <summary>That reply as text, including its status.</summary>
    public string? ServerText => Reply?.Line;

    /// <summary>The error an OAuth mechanism sent before that reply; null if none.</summary>
    [Unlisted]
    public OAuthErrorFacts? OAuthError { get; init; }

    /// <summary><c>status</c> of that error.</summary>
    public string? OAuthStatus => OAuthError?.Status;

    /// <summary><c>schemes</c> of that error.</summary>
    public string? OAuthSchemes => OAuthError?.Schemes;

    /// <summary><c>scope</c> of that error.</summary>
    public string? OAuthScope => OAuthError?.Scope;
}
