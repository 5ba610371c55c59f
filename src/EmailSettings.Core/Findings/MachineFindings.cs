namespace EmailSettings.Core.Findings;

/// <summary>
/// Findings about this machine, whatever command a server answers with them: its EHLO name, its address, its connections.
/// </summary>
public static class MachineFindings
{
    /// <summary>The next step where this machine has a full name that is refused all the same.</summary>
    internal const string NamedStep = "Have DNS resolve {value} to this machine's public address; or log in on the submission port (587 or 465), where most servers do not look at the name.";

    /// <summary>The next step where the account lists addresses.</summary>
    internal const string ListedAddressStep = "Add this machine's public address to those that the provider's settings allow for this account.";

    /// <summary>The next step where a login was made and the address is judged all the same.</summary>
    internal const string LoggedInStep = "Have the server exempt clients that have logged in from this check, or have the entry removed by the link in its text.";

    /// <summary>The next step for a machine without a reverse name that has logged in.</summary>
    internal const string LoggedInNameStep = "Have the server exempt clients that have logged in from this check, or have the owner of this machine's public address set its PTR record to a name that resolves to it.";

    /// <summary>The EHLO name is refused. Value: the name.</summary>
    public static readonly FindingCode CapabilitiesNameRefused = new("Capabilities.NameRefused", FindingKind.Server,
        "The server refuses the name that this machine gives in EHLO ({value}).",
        "Give this machine a full host name that DNS resolves (such as app1.contoso.example); or log in on the submission port (587 or 465), where most servers do not look at the name.");

    /// <summary>The address is refused.</summary>
    public static readonly FindingCode GreetingAddressRefused = new("Greeting.AddressRefused", FindingKind.Server,
        "The server refuses this machine's IP address.",
        "Send through a submission server with a login (port 587 or 465), or have this server's administrator allow this machine's public address.");

    /// <summary>The address is on a list.</summary>
    public static readonly FindingCode GreetingAddressListed = new("Greeting.AddressListed", FindingKind.Server,
        "This machine's IP address is on a block list, or has a bad reputation with the server.",
        "Have the entry removed (by the link in the server's text, where it names one), or send through a submission server with a login (port 587 or 465), which does not ask such lists.");

    /// <summary>No reverse name.</summary>
    public static readonly FindingCode GreetingReverseNameMissing = new("Greeting.ReverseNameMissing", FindingKind.Server,
        "This machine's IP address has no name in DNS (PTR record), or one that does not lead back to it.",
        "Send through the submission port with a login (587 or 465), or have the owner of this machine's public address set its PTR record to a name that resolves to it.");

    /// <summary>Too many connections of an address.</summary>
    public static readonly FindingCode GreetingTooManyConnections = new("Greeting.TooManyConnections", FindingKind.Server,
        "The server takes no further connection from this machine at the same time.",
        "Close other connections from this address (other programs, other machines behind it), test fewer servers at a time, or have the server's limit raised.")
    {
        MayPass = true,
    };

    /// <summary>A relay that does not know this machine.</summary>
    public static readonly FindingCode EnvelopeConnectorMissing = new("Envelope.ConnectorMissing", FindingKind.Server,
        "The provider relays for registered machines and senders only, and this one is not among them.",
        "Register this machine's present public address, or its certificate, with the relay: at Microsoft 365 in the inbound connector (Exchange admin centre, Mail flow, Connectors), at Google Workspace in the SMTP relay settings (Apps, Gmail, Routing).");
}
