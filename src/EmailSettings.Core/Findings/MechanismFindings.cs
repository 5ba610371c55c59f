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
        "Omit -Mechanism ('--mechanism'), or have this machine set up for it (on Linux, install the package libgssapi-krb5-2).");

    /// <summary>The KDC is unavailable. Value: the user. Detail: the failure.</summary>
    public static readonly FindingCode AuthenticateKdcNotFound = new("Authenticate.KdcNotFound", FindingKind.Server,
        "The Kerberos server (KDC) for the realm of '{value}' could not be reached: {detail}. Nothing was sent to the mail server.",
        "Check the realm (in capitals, in krb5.conf or after the @ of the user name), and that this machine reaches its KDC on port 88.");

    /// <summary>The KDC issues no ticket to the user. Value: the user. Detail: why.</summary>
    public static readonly FindingCode AuthenticateTicketRefused = new("Authenticate.TicketRefused", FindingKind.Server,
        "The Kerberos server (KDC) issued no ticket to '{value}': {detail}. Nothing was sent to the mail server.",
        "Correct the user name and password as the Kerberos realm knows them, or have the account fixed there.");

    /// <summary>The KDC issues no ticket for the server. Value: the server's Kerberos name.</summary>
    public static readonly FindingCode AuthenticateServiceUnknown = new("Authenticate.ServiceUnknown", FindingKind.Server,
        "The Kerberos server (KDC) accepts the user, but issued no ticket for the mail server as '{value}'. Nothing was sent to the mail server.",
        "Use the host name by which the realm knows the mail server, or have the service principal '{value}' created in the realm and its key added to the server's keytab.");

    /// <summary>The server rejects the ticket. Value: host and port.</summary>
    public static readonly FindingCode AuthenticateTicketRejected = new("Authenticate.TicketRejected", FindingKind.Server,
        "{value} rejects a GSSAPI login whose user and password the Kerberos server (KDC) accepts.",
        "Have the mail server's administrator check that its clock agrees with the KDC's (within five minutes), that its keytab holds the current key of its service principal, and that the user may log in there.");

    /// <summary>Channel binding is required. Value: the mechanism.</summary>
    public static readonly FindingCode AuthenticateChannelBindingRequired = new("Authenticate.ChannelBindingRequired", FindingKind.Server,
        "The server requires channel binding ({value}), which this test does not support.",
        "Have the server offer a mechanism without channel binding as well, such as SCRAM-SHA-256, or PLAIN over TLS.");

    /// <summary>The server does not prove that it knows the password. Value: the mechanism.</summary>
    public static readonly FindingCode AuthenticateServerNotProven = new("Authenticate.ServerNotProven", FindingKind.Server,
        "The server does not prove that it knows the password, as {value} requires: it may be an impostor, or its {value} implementation is broken.",
        "Check that host and port are those of the intended server; if so, have its administrator fix or disable {value}.");
}
