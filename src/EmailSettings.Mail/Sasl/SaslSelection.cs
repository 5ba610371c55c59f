namespace EmailSettings.Mail.Sasl;

/// <summary>Names and choice of SASL mechanisms.</summary>
public static class SaslSelection
{
    // A mechanism with a standard goes before one without; all four send the secret itself.
    private static readonly SaslMechanism[] ForPassword = [SaslMechanism.Plain, SaslMechanism.Login];
    private static readonly SaslMechanism[] ForAccessToken = [SaslMechanism.OAuthBearer, SaslMechanism.XOAuth2];

    /// <summary>The mechanism's IANA name, in upper case.</summary>
    /// <param name="mechanism">The mechanism.</param>
    public static string NameOf(SaslMechanism mechanism) => mechanism switch
    {
        SaslMechanism.Plain => "PLAIN",
        SaslMechanism.Login => "LOGIN",
        SaslMechanism.XOAuth2 => "XOAUTH2",
        SaslMechanism.OAuthBearer => "OAUTHBEARER",
        _ => throw new ArgumentOutOfRangeException(nameof(mechanism)),
    };

    /// <summary>The mechanisms for a kind of secret, in order of preference.</summary>
    /// <param name="kind">The kind of secret.</param>
    public static IReadOnlyList<SaslMechanism> For(SaslCredentialKind kind) =>
        kind == SaslCredentialKind.Password ? ForPassword : ForAccessToken;

    /// <summary>The first mechanism in order of preference that the server offers, or null where it offers none.</summary>
    /// <param name="kind">The kind of secret.</param>
    /// <param name="offered">The names the server offers, in any case.</param>
    public static SaslMechanism? Choose(SaslCredentialKind kind, IReadOnlyCollection<string> offered)
    {
        ArgumentNullException.ThrowIfNull(offered);
        foreach (var mechanism in For(kind))
        {
            if (offered.Contains(NameOf(mechanism), StringComparer.OrdinalIgnoreCase))
                return mechanism;
        }

        return null;
    }
}
