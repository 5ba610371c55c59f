using EmailSettings.Mail;

namespace EmailSettings.Core.OAuth;

/// <summary>
/// What stands in a token; every text is escaped and cut where it is read. A token is opaque to a
/// client by rights (RFC 6749 section 1.4), so that facts are hints: an opaque token has none, which is no fault.
/// </summary>
public sealed record TokenFacts : FactRecord
{
    /// <summary>The facts of a token that cannot be read.</summary>
    public static readonly TokenFacts Unknown = new();

    /// <summary>What the token was asked for.</summary>
    public TokenPurpose? For { get; init; }

    /// <summary>Whether the token could be read as a JWT (RFC 7519).</summary>
    public bool IsReadable { get; init; }

    /// <summary>Claim <c>aud</c>, one or several.</summary>
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

    /// <summary>Claim <c>exp</c>, or what the endpoint said beside an opaque token.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Claim <c>roles</c> of a further token, for Microsoft Graph, where one was asked for besides.</summary>
    public IReadOnlyList<string> GraphRoles { get; init; } = [];

    /// <summary>The audience by kind.</summary>
    [Unlisted]
    public TokenAudience Audience { get; init; }

    /// <summary>The rights by kind. <see cref="TokenRights.None"/> of an unreadable token means unknown.</summary>
    [Unlisted]
    public TokenRights Rights { get; init; }
}
