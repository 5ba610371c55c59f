namespace EmailSettings.Core.OAuth;

/// <summary>Why there is no token.</summary>
public enum TokenFailureKind
{
    /// <summary>Any other reason: the server's text says more.</summary>
    Other,

    /// <summary>The endpoint, or the proxy before it, cannot be reached or does not answer in time.</summary>
    Unreachable,

    /// <summary>The TLS of the endpoint: its certificate is not trusted, or the handshake failed.</summary>
    Untrusted,

    /// <summary>The client secret is wrong.</summary>
    SecretWrong,

    /// <summary>The client secret has ended.</summary>
    SecretExpired,

    /// <summary>The user name or the password is wrong.</summary>
    PasswordWrong,

    /// <summary>The user is not in the tenant.</summary>
    UserUnknown,

    /// <summary>The user's account is locked for the time being.</summary>
    AccountLocked,

    /// <summary>The user's account is disabled.</summary>
    AccountDisabled,

    /// <summary>The user's password has ended or must be changed.</summary>
    PasswordExpired,

    /// <summary>The user is not assigned to an application that takes assigned users alone.</summary>
    UserNotAssigned,

    /// <summary>Nobody has consented to what is asked for.</summary>
    ConsentMissing,

    /// <summary>The application is not in the tenant.</summary>
    ClientUnknown,

    /// <summary>The application is switched off in the tenant.</summary>
    ApplicationDisabled,

    /// <summary>The tenant does not have the service that the token is for.</summary>
    ResourceMissing,

    /// <summary>There is no such tenant.</summary>
    TenantUnknown,

    /// <summary>"Allow public client flows" is off for the application.</summary>
    PublicClientOff,

    /// <summary>A person is needed: a second factor, terms of use.</summary>
    InteractionRequired,

    /// <summary>A Conditional Access policy blocks the sign-in.</summary>
    ConditionalAccess,

    /// <summary>The tenant's security defaults block the sign-in.</summary>
    SecurityDefaults,

    /// <summary>The authority, or what checks passwords for it, is out of order.</summary>
    AuthorityFault,

    /// <summary>The device code was declined, or ended before anybody entered it.</summary>
    DeviceCodeNotConfirmed,

    /// <summary>Too many requests.</summary>
    Throttled,

    /// <summary>What answers does not answer as a token endpoint does: neither a token nor an OAuth error.</summary>
    NotAnEndpoint,

    /// <summary>The token holds characters that no header or mechanism can carry.</summary>
    TokenUnusable,
}
