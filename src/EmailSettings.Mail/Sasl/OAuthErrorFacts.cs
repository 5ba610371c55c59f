namespace EmailSettings.Mail.Sasl;

/// <summary>The JSON error of XOAUTH2 and OAUTHBEARER (RFC 7628 §3.2.2), decoded.</summary>
public sealed record OAuthErrorFacts
{
    /// <summary><c>status</c>: an HTTP status (<c>400</c>) or an error code (<c>invalid_token</c>).</summary>
    public string? Status { get; init; }

    /// <summary><c>schemes</c>: <c>bearer</c>.</summary>
    public string? Schemes { get; init; }

    /// <summary><c>scope</c>: the required scope.</summary>
    public string? Scope { get; init; }
}
