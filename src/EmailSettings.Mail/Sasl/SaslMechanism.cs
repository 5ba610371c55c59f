namespace EmailSettings.Mail.Sasl;

/// <summary>
/// The SASL mechanisms of the sessions. The first four are built in; the others come from <see cref="ISaslClients"/>.
/// </summary>
public enum SaslMechanism
{
    /// <summary>PLAIN, RFC 4616.</summary>
    Plain,

    /// <summary>LOGIN; not standardized, widely used.</summary>
    Login,

    /// <summary>XOAUTH2, by Google and Microsoft.</summary>
    XOAuth2,

    /// <summary>OAUTHBEARER, RFC 7628.</summary>
    OAuthBearer,

    /// <summary>CRAM-MD5, RFC 2195.</summary>
    CramMd5,

    /// <summary>SCRAM-SHA-1, RFC 5802.</summary>
    ScramSha1,

    /// <summary>SCRAM-SHA-256, RFC 7677.</summary>
    ScramSha256,

    /// <summary>SCRAM-SHA-512; SCRAM-SHA-256 with another hash.</summary>
    ScramSha512,

    /// <summary>NTLM (MS-NLMP).</summary>
    Ntlm,

    /// <summary>GSSAPI with Kerberos, RFC 4752.</summary>
    Gssapi,
}
