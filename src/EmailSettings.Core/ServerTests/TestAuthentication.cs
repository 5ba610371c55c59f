namespace EmailSettings.Core.ServerTests;

/// <summary>How a test logs in.</summary>
public enum TestAuthentication
{
    /// <summary>Not at all; outgoing alone.</summary>
    Anonymous,

    /// <summary>User name and password.</summary>
    Basic,

    /// <summary>A token for a user: user name and password, or a device code.</summary>
    OAuthUser,

    /// <summary>A token for the application, got with its client secret.</summary>
    OAuthService,
}
