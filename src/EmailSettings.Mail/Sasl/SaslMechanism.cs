namespace EmailSettings.Mail.Sasl;

/// <summary>The SASL mechanisms of our own sessions.</summary>
public enum SaslMechanism
{
    /// <summary>PLAIN, RFC 4616.</summary>
    Plain,

    /// <summary>LOGIN; no standard, widely used.</summary>
    Login,

    /// <summary>XOAUTH2, Google's and Microsoft's.</summary>
    XOAuth2,

    /// <summary>OAUTHBEARER, RFC 7628.</summary>
    OAuthBearer,
}
