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

    /// <summary>The user's account is locked or disabled, or its password has ended.</summary>
    AccountBlocked,

    /// <summary>Nobody has consented to what is asked for, or the application was not assigned.</summary>
    ConsentMissing,

    /// <summary>The application is not in the tenant, or is disabled there.</summary>
    ClientUnknown,

    /// <summary>There is no such tenant.</summary>
    TenantUnknown,

    /// <summary>"Allow public client flows" is off for the application.</summary>
    PublicClientOff,

    /// <summary>A person is needed: a second factor or conditional access.</summary>
    InteractionRequired,

    /// <summary>The device code was declined, or ended before anybody entered it.</summary>
    DeviceCodeNotConfirmed,

    /// <summary>Too many requests.</summary>
    Throttled,

    /// <summary>What answers does not answer as a token endpoint does: neither a token nor an OAuth error.</summary>
    NotAnEndpoint,

    /// <summary>The token holds characters that no header or mechanism can carry.</summary>
    TokenUnusable,
}
