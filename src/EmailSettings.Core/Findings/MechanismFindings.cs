namespace EmailSettings.Core.Findings;

/// <summary>Findings of the Authenticate stage about SASL mechanisms.</summary>
public static class MechanismFindings
{
    /// <summary>The cause if the password itself is not sent in plaintext.</summary>
    internal const string GuessableCause = "The login is sent to {value} without TLS: anyone on the network path can attack the password offline and read everything that follows.";

    /// <summary>A mechanism fails but a weaker one works. Value: the mechanism. Detail: the one that works.</summary>
    public static readonly FindingCode AuthenticateMechanismFails = new("Authenticate.MechanismFails", FindingKind.Warning,
        "The server offers {value}, but a login with it fails, while the same user and password work with {detail}.",
        "Have {value} fixed or disabled on the server: programs that choose the strongest mechanism cannot log in.");

    /// <summary>The machine cannot use the requested mechanism. Value: the mechanism. Detail: the failure.</summary>
    public static readonly FindingCode AuthenticateMechanismUnusable = new("Authenticate.MechanismUnusable", FindingKind.Server,
        "This machine cannot log in with {value} ({detail}); nothing was sent.",
        "Omit -Mechanism ('--mechanism'), or have this machine set up for the server's Kerberos realm.");

    /// <summary>Channel binding is required. Value: the mechanism.</summary>
    public static readonly FindingCode AuthenticateChannelBindingRequired = new("Authenticate.ChannelBindingRequired", FindingKind.Server,
        "The server requires channel binding ({value}), which this test does not support.",
        "Have the server offer a mechanism without channel binding as well, such as SCRAM-SHA-256, or PLAIN over TLS.");

    /// <summary>The server does not prove that it knows the password. Value: the mechanism.</summary>
    public static readonly FindingCode AuthenticateServerNotProven = new("Authenticate.ServerNotProven", FindingKind.Server,
        "The server does not prove that it knows the password, as {value} requires: it may be an impostor, or its {value} implementation is broken.",
        "Check that host and port are those of the intended server; if so, have its administrator fix or disable {value}.");
}
