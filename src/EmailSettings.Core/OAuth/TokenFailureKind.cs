namespace EmailSettings.Core.OAuth;

/// <summary>Why there is no token.</summary>
public enum TokenFailureKind
{
    /// <summary>Any other reason: see the server's text.</summary>
    Other,

    /// <summary>The endpoint or the proxy cannot be reached or does not answer in time.</summary>
    Unreachable,

    /// <summary>TLS failed: the certificate is not trusted, or the handshake failed.</summary>
    Untrusted,

    /// <summary>The client secret is wrong.</summary>
    SecretWrong,

    /// <summary>The client secret has expired.</summary>
    SecretExpired,

    /// <summary>The user name or the password is wrong.</summary>
    PasswordWrong,

    /// <summary>The user is not in the tenant.</summary>
    UserUnknown,

    /// <summary>The user's account is temporarily locked.</summary>
    AccountLocked,

    /// <summary>The user's account is disabled.</summary>
    AccountDisabled,

    /// <summary>The user's password has expired or must be changed.</summary>
    PasswordExpired,

    /// <summary>The user is not assigned to an application that admits only assigned users.</summary>
    UserNotAssigned,

    /// <summary>The requested permissions have no consent.</summary>
    ConsentMissing,

    /// <summary>The application is unknown in the tenant.</summary>
    ClientUnknown,

    /// <summary>The application is disabled in the tenant.</summary>
    ApplicationDisabled,

    /// <summary>The tenant does not have the service that the token is for.</summary>
    ResourceMissing,

    /// <summary>The tenant does not exist.</summary>
    TenantUnknown,

    /// <summary>"Allow public client flows" is disabled for the application.</summary>
    PublicClientOff,

    /// <summary>Interaction is required: a second factor, terms of use.</summary>
    InteractionRequired,

    /// <summary>A Conditional Access policy blocks the sign-in.</summary>
    ConditionalAccess,

    /// <summary>The tenant's security defaults block the sign-in.</summary>
    SecurityDefaults,

    /// <summary>The authority, or the system that checks passwords for it, is failing.</summary>
    AuthorityFault,

    /// <summary>The device code was declined, or expired before anyone entered it.</summary>
    DeviceCodeNotConfirmed,

    /// <summary>Too many requests.</summary>
    Throttled,

    /// <summary>The answer is neither a token nor an OAuth error.</summary>
    NotAnEndpoint,

    /// <summary>The token contains characters that no header or mechanism can carry.</summary>
    TokenUnusable,
}
