namespace EmailSettings.Core.Settings;

/// <summary>How the platform logs in to the outgoing mail server.</summary>
public enum OutgoingAuthentication
{
    /// <summary>No login.</summary>
    Anonymous,

    /// <summary>User name and password.</summary>
    Basic,

    /// <summary>An OAuth token obtained with the application's client secret.</summary>
    OAuthService,
}
