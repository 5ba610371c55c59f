namespace EmailSettings.Mail.Sasl;

/// <summary>How an attempt to authenticate went.</summary>
public sealed record AuthenticateFacts : FactRecord
{
    /// <summary>
    /// The mechanism by its IANA name (<c>XOAUTH2</c>); <c>LOGIN command</c> for IMAP's LOGIN; null where none was tried to its
    /// end.
    /// </summary>
    public string? Mechanism { get; init; }

    /// <summary>Mechanisms that were tried before, and failed.</summary>
    public IReadOnlyList<string> TriedBefore { get; init; } = [];

    /// <summary>The mechanisms on offer.</summary>
    public IReadOnlyList<string> Offered { get; init; } = [];

    /// <summary>The secret, or a proof of it, was sent before that answer.</summary>
    [Unlisted]
    public bool HasProved { get; init; }

    /// <summary>The server's last answer; null where none came.</summary>
    [Unlisted]
    public ServerReply? Reply { get; init; }

    /// <summary>That answer as text, its status included.</summary>
    public string? ServerText => Reply?.Line;

    /// <summary>The error that an OAuth mechanism gave before that answer, or null.</summary>
    [Unlisted]
    public OAuthErrorFacts? OAuthError { get; init; }

    /// <summary><c>status</c> of that error.</summary>
    public string? OAuthStatus => OAuthError?.Status;

    /// <summary><c>schemes</c> of that error.</summary>
    public string? OAuthSchemes => OAuthError?.Schemes;

    /// <summary><c>scope</c> of that error.</summary>
    public string? OAuthScope => OAuthError?.Scope;
}
