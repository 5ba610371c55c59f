namespace EmailSettings.Mail.Sasl;

/// <summary>The names of SASL mechanisms and the order of preference.</summary>
public static class SaslSelection
{
    // By what a login gives away, the strongest first: SCRAM proves both sides and sends no password, NTLM and CRAM-MD5 can be
    // guessed at from what is sent, PLAIN and LOGIN send the password; a mechanism with a standard goes before one without.
    // GSSAPI has to be asked for, since Kerberos contacts servers that are not under test.
    private static readonly SaslMechanism[] ForPassword =
    [
        SaslMechanism.ScramSha512, SaslMechanism.ScramSha256, SaslMechanism.ScramSha1, SaslMechanism.Ntlm, SaslMechanism.CramMd5,
        SaslMechanism.Plain, SaslMechanism.Login,
    ];

    private static readonly SaslMechanism[] ForAccessToken = [SaslMechanism.OAuthBearer, SaslMechanism.XOAuth2];

    /// <summary>The mechanism's IANA name, in upper case.</summary>
    /// <param name="mechanism">The mechanism.</param>
    public static string NameOf(SaslMechanism mechanism) => mechanism switch
    {
        SaslMechanism.Plain => "PLAIN",
        SaslMechanism.Login => "LOGIN",
        SaslMechanism.XOAuth2 => "XOAUTH2",
        SaslMechanism.OAuthBearer => "OAUTHBEARER",
        SaslMechanism.CramMd5 => "CRAM-MD5",
        SaslMechanism.ScramSha1 => "SCRAM-SHA-1",
        SaslMechanism.ScramSha256 => "SCRAM-SHA-256",
        SaslMechanism.ScramSha512 => "SCRAM-SHA-512",
        SaslMechanism.Ntlm => "NTLM",
        SaslMechanism.Gssapi => "GSSAPI",
        _ => throw new ArgumentOutOfRangeException(nameof(mechanism)),
    };

    /// <summary>Gets the mechanisms chosen automatically for a kind of secret, in order of preference.</summary>
    /// <param name="kind">The kind of secret.</param>
    public static IReadOnlyList<SaslMechanism> For(SaslCredentialKind kind) =>
        Ranked(kind);

    /// <summary>Gets the kind of secret that the mechanism uses.</summary>
    /// <param name="mechanism">The mechanism.</param>
    public static SaslCredentialKind KindOf(SaslMechanism mechanism) =>
        ForAccessToken.Contains(mechanism) ? SaslCredentialKind.AccessToken : SaslCredentialKind.Password;

    /// <summary>Gets the mechanisms for a kind of secret that the server offers, in order of preference.</summary>
    /// <param name="kind">The kind of secret.</param>
    /// <param name="offered">The names the server offers, in any case.</param>
    public static IEnumerable<SaslMechanism> Choose(SaslCredentialKind kind, IReadOnlyCollection<string> offered)
    {
        ArgumentNullException.ThrowIfNull(offered);
        return Offered(Ranked(kind), offered);
    }

    /// <summary>Whether the mechanism sends the secret itself, which without TLS reveals it to eavesdroppers too.</summary>
    /// <param name="mechanism">The mechanism.</param>
    public static bool SendsSecret(SaslMechanism mechanism) =>
        mechanism is SaslMechanism.Plain or SaslMechanism.Login or SaslMechanism.XOAuth2 or SaslMechanism.OAuthBearer;

    private static SaslMechanism[] Ranked(SaslCredentialKind kind) => kind == SaslCredentialKind.Password ? ForPassword : ForAccessToken;

    private static IEnumerable<SaslMechanism> Offered(SaslMechanism[] ranked, IReadOnlyCollection<string> offered)
    {
        foreach (var mechanism in ranked)
        {
            if (offered.Contains(NameOf(mechanism), StringComparer.OrdinalIgnoreCase)) yield return mechanism;
        }
    }
}
