namespace EmailSettings.Core.Settings;

/// <summary>How the platform authenticates at Microsoft 365 to fetch mail.</summary>
public enum IncomingAuthentication
{
    /// <summary>A user's name and password, stored with the queue.</summary>
    OAuthUser,

    /// <summary>The application's client secret.</summary>
    OAuthService,
}
