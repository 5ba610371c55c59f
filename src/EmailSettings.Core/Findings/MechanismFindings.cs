namespace EmailSettings.Core.Findings;

/// <summary>Findings about SASL mechanisms, of the stage Authenticate.</summary>
public static class MechanismFindings
{
    /// <summary>The cause where the password itself is not sent in clear.</summary>
    internal const string GuessableCause = "The login goes to {value} without TLS: anyone who listens in can guess passwords against what was sent, and read everything that follows.";

    /// <summary>A mechanism fails where a weaker one works. Value: the mechanism. Detail: the one that works.</summary>
    public static readonly FindingCode AuthenticateMechanismFails = new("Authenticate.MechanismFails", FindingKind.Warning,
        "The server offers {value}, but a login by it fails; the same user and password are accepted by {detail}.",
        "Have {value} fixed on the server or no longer offered there: programs that choose the strongest mechanism cannot log in.");

    /// <summary>This machine cannot use a mechanism that was asked for. Value: the mechanism. Detail: what was seen.</summary>
    public static readonly FindingCode AuthenticateMechanismUnusable = new("Authenticate.MechanismUnusable", FindingKind.Server,
        "This machine cannot log in by {value} ({detail}); nothing was sent.",
        "Leave -Mechanism ('--mechanism') out, or have this machine set up for the server's Kerberos realm.");

    /// <summary>The login has to be bound to the TLS connection. Value: the mechanism.</summary>
    public static readonly FindingCode AuthenticateChannelBindingRequired = new("Authenticate.ChannelBindingRequired", FindingKind.Server,
        "The server wants the login bound to the TLS connection ({value}, channel binding), which this test does not do.",
        "Have the server offer a mechanism without channel binding as well, such as SCRAM-SHA-256, or PLAIN over TLS.");

    /// <summary>The server does not show that it knows the password. Value: the mechanism.</summary>
    public static readonly FindingCode AuthenticateServerNotProven = new("Authenticate.ServerNotProven", FindingKind.Server,
        "The server does not prove that it knows the password, as {value} requires: it may be an impostor, or its {value} is broken.",
        "Check that host and port are those of the intended server; if so, have its administrator fix {value}, or switch it off there.");
}
