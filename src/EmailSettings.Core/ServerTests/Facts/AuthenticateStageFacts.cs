namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>The login.</summary>
public sealed record AuthenticateStageFacts : StageFacts
{
    /// <summary>The mechanism used; <c>LOGIN command</c> for IMAP's LOGIN; null where none was.</summary>
    public string? Mechanism { get; init; }

    /// <summary>The mechanisms on offer.</summary>
    public IReadOnlyList<string> Offered { get; init; } = [];

    /// <summary>The server's own text.</summary>
    public string? ServerText { get; init; }

    /// <summary><c>status</c> of the JSON that XOAUTH2 and OAUTHBEARER servers send before they refuse.</summary>
    public string? OAuthStatus { get; init; }

    /// <summary><c>schemes</c> of that JSON.</summary>
    public string? OAuthSchemes { get; init; }

    /// <summary><c>scope</c> of that JSON.</summary>
    public string? OAuthScope { get; init; }
}
