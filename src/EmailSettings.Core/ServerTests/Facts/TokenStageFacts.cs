namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>What stands in the access token; never the token.</summary>
public sealed record TokenStageFacts : StageFacts
{
    /// <summary>The protocol it is for: <c>Imap</c>, <c>Smtp</c> or <c>Graph</c>.</summary>
    public required string For { get; init; }

    /// <summary>It could be read as a JWT; an opaque token is no fault.</summary>
    public bool IsReadable { get; init; }

    /// <summary>Claim <c>aud</c>.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>Claim <c>roles</c>: application permissions.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Claim <c>scp</c>: delegated permissions.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Claim <c>tid</c>.</summary>
    public string? TenantId { get; init; }

    /// <summary>Claim <c>appid</c> or <c>azp</c>.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>Claim <c>iss</c>.</summary>
    public string? Issuer { get; init; }

    /// <summary>Claim <c>iat</c>: when it was issued.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>Claim <c>nbf</c>: before when it is not taken.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Roles of a token for Microsoft Graph, which a further look asked for; empty where none was.</summary>
    public IReadOnlyList<string> GraphRoles { get; init; } = [];
}
