namespace EmailSettings.Core.OAuth;

/// <summary>The parameters of a token request. Contains no secrets.</summary>
public sealed record TokenRequest
{
    /// <summary>The authority that issues the token.</summary>
    public required OAuthAuthority Authority { get; init; }

    /// <summary>The application (client) ID.</summary>
    public required Guid ClientId { get; init; }

    /// <summary>The purpose of the token.</summary>
    public required TokenPurpose Purpose { get; init; }

    /// <summary>The cloud whose resources are requested; null to select it by the authority's host.</summary>
    public CloudEndpoints? Cloud { get; init; }

    /// <summary>The resource to request instead of the cloud's, for private authorities.</summary>
    public Uri? Resource { get; init; }

    /// <summary>The effective cloud.</summary>
    internal CloudEndpoints EffectiveCloud
    {
        get
        {
            var cloud = Cloud ?? CloudEndpoints.For(Authority.Address.IdnHost, null);
            return Resource is null ? cloud : cloud.WithResource(Purpose, Resource.AbsoluteUri);
        }
    }
}
