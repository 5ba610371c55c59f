using EmailSettings.Mail;

namespace EmailSettings.Core.OAuth;

/// <summary>
/// The claims of a token, escaped and truncated. Tokens are opaque to clients (RFC 6749 section 1.4), so these are only hints: an
/// opaque token has none, which is not a fault.
/// </summary>
public sealed record TokenFacts : FactRecord
{
    /// <summary>The facts of an unreadable token.</summary>
    public static readonly TokenFacts Unknown = new();

    /// <summary>The purpose that the token was requested for.</summary>
    public TokenPurpose? For { get; init; }

    /// <summary>Whether the token could be read as a JWT (RFC 7519).</summary>
    public bool IsReadable { get; init; }

    /// <summary>Claim <c>aud</c>, one or more.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>Claim <c>roles</c>: application permissions.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Claim <c>scp</c>: delegated permissions.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Claim <c>tid</c>.</summary>
    public string? TenantId { get; init; }

    /// <summary>Claim <c>appid</c>, or <c>azp</c> in tokens of version 2.0.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>Claim <c>iss</c>.</summary>
    public string? Issuer { get; init; }

    /// <summary>Claim <c>iat</c>.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>Claim <c>nbf</c>.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Claim <c>exp</c>, or the expiry in the endpoint's answer for an opaque token.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Claim <c>roles</c> of an additional token for Microsoft Graph, if one was requested.</summary>
    public IReadOnlyList<string> GraphRoles { get; init; } = [];

    /// <summary>The audience by kind.</summary>
    [Unlisted]
    public TokenAudience Audience { get; init; }

    /// <summary>The permissions by kind. For an unreadable token <see cref="TokenRights.None"/> means unknown.</summary>
    [Unlisted]
    public TokenRights Rights { get; init; }
}
