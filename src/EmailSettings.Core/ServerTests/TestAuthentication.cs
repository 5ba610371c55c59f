namespace EmailSettings.Core.ServerTests;

/// <summary>The authentication of a test.</summary>
public enum TestAuthentication
{
    /// <summary>No login; outgoing only.</summary>
    Anonymous,

    /// <summary>User name and password.</summary>
    Basic,

    /// <summary>A token for a user: user name and password, or a device code.</summary>
    OAuthUser,

    /// <summary>A token for the application, obtained with its client secret.</summary>
    OAuthService,
}
