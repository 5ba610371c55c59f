namespace EmailSettings.Core.Settings;

/// <summary>How incoming mail is authenticated at Microsoft 365.</summary>
public enum IncomingAuthentication
{
    /// <summary>A user's name and password, kept with the queue.</summary>
    OAuthUser,

    /// <summary>The application's own client secret.</summary>
    OAuthService,
}
