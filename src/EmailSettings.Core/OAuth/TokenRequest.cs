namespace EmailSettings.Core.OAuth;

/// <summary>Which token is wanted, and from whom. Holds no secret.</summary>
public sealed record TokenRequest
{
    /// <summary>The authority that issues the token.</summary>
    public required OAuthAuthority Authority { get; init; }

    /// <summary>The application (client) ID.</summary>
    public required Guid ClientId { get; init; }

    /// <summary>What the token is for.</summary>
    public required TokenPurpose Purpose { get; init; }

    /// <summary>The cloud whose resources are asked for; null means by the authority's host.</summary>
    public CloudEndpoints? Cloud { get; init; }

    /// <summary>The resource to ask for in place of the cloud's own, for authorities of one's own.</summary>
    public Uri? Resource { get; init; }

    /// <summary>The cloud in effect.</summary>
    internal CloudEndpoints EffectiveCloud
    {
        get
        {
            var cloud = Cloud ?? CloudEndpoints.For(Authority.Address.IdnHost, null);
            return Resource is null ? cloud : cloud.WithResource(Purpose, Resource.AbsoluteUri);
        }
    }
}
