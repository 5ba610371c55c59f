namespace EmailSettings.Mail.Sasl;

/// <summary>The kind of secret in a credential.</summary>
public enum SaslCredentialKind
{
    /// <summary>A password.</summary>
    Password,

    /// <summary>An OAuth 2.0 access token.</summary>
    AccessToken,
}
