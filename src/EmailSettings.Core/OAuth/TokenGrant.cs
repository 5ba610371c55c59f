namespace EmailSettings.Core.OAuth;

/// <summary>The OAuth grant used to request a token.</summary>
internal enum TokenGrant
{
    /// <summary>RFC 6749 section 4.4.</summary>
    ClientCredentials,

    /// <summary>RFC 6749 section 4.3.</summary>
    Password,

    /// <summary>RFC 8628.</summary>
    DeviceCode,
}
