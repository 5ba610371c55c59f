namespace EmailSettings.Mail.Sasl;

/// <summary>What the secret of a credential is.</summary>
public enum SaslCredentialKind
{
    /// <summary>A password.</summary>
    Password,

    /// <summary>An OAuth 2.0 access token.</summary>
    AccessToken,
}
