namespace EmailSettings.Core.OAuth;

/// <summary>How a token is asked for.</summary>
internal enum TokenGrant
{
    /// <summary>RFC 6749 section 4.4.</summary>
    ClientCredentials,

    /// <summary>RFC 6749 section 4.3.</summary>
    Password,

    /// <summary>RFC 8628.</summary>
    DeviceCode,
}
