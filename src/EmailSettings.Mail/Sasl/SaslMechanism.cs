namespace EmailSettings.Mail.Sasl;

/// <summary>
/// The SASL mechanisms of our sessions. The first four are our own; the others come from <see cref="ISaslClients"/>.
/// </summary>
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

    /// <summary>CRAM-MD5, RFC 2195.</summary>
    CramMd5,

    /// <summary>SCRAM-SHA-1, RFC 5802.</summary>
    ScramSha1,

    /// <summary>SCRAM-SHA-256, RFC 7677.</summary>
    ScramSha256,

    /// <summary>SCRAM-SHA-512, as SCRAM-SHA-256 with another digest.</summary>
    ScramSha512,

    /// <summary>NTLM, Microsoft's MS-NLMP.</summary>
    Ntlm,

    /// <summary>GSSAPI with Kerberos, RFC 4752.</summary>
    Gssapi,
}
