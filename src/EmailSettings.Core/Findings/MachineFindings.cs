namespace EmailSettings.Core.Findings;

/// <summary>
/// Findings about this machine: its EHLO name, address and connections, whichever command the server rejects because of them.
/// </summary>
public static class MachineFindings
{
    /// <summary>The next step if the machine's fully qualified name is rejected.</summary>
    internal const string NamedStep = "Have DNS resolve {value} to this machine's public address; or log in on the submission port (587 or 465), where most servers do not check the name.";

    /// <summary>The next step if the account restricts addresses.</summary>
    internal const string ListedAddressStep = "Add this machine's public address to the allowed addresses of this account in the provider's settings.";

    /// <summary>The next step if the address is checked in spite of a login.</summary>
    internal const string LoggedInStep = "Have the server exempt authenticated clients from this check, or have the entry removed using the link in its text.";

    /// <summary>The next step if reverse DNS is checked in spite of a login.</summary>
    internal const string LoggedInNameStep = "Have the server exempt authenticated clients from this check, or have the owner of this machine's public address set its PTR record to a name that resolves to it.";

    /// <summary>The EHLO name is rejected. Value: the name.</summary>
    public static readonly FindingCode CapabilitiesNameRefused = new("Capabilities.NameRefused", FindingKind.Server,
        "The server rejects this machine's EHLO name ({value}).",
        "Give this machine a fully qualified host name that resolves in DNS (such as app1.contoso.example), or log in on the submission port (587 or 465), where most servers do not check the name.");

    /// <summary>The address is rejected.</summary>
    public static readonly FindingCode GreetingAddressRefused = new("Greeting.AddressRefused", FindingKind.Server,
        "The server rejects this machine's IP address.",
        "Send through a submission server with a login (port 587 or 465), or have this server's administrator allow this machine's public address.");

    /// <summary>The address is on a block list.</summary>
    public static readonly FindingCode GreetingAddressListed = new("Greeting.AddressListed", FindingKind.Server,
        "This machine's IP address is on a block list, or has a bad reputation with the server.",
        "Have the entry removed (using the link in the server's text if it gives one), or send through a submission server with a login (port 587 or 465), which does not check such lists.");

    /// <summary>Reverse DNS is missing.</summary>
    public static readonly FindingCode GreetingReverseNameMissing = new("Greeting.ReverseNameMissing", FindingKind.Server,
        "This machine's IP address has no reverse DNS name (PTR record), or one that does not resolve back to it.",
        "Send through the submission port with a login (587 or 465), or have the owner of this machine's public address set its PTR record to a name that resolves to it.");

    /// <summary>Too many connections from one address.</summary>
    public static readonly FindingCode GreetingTooManyConnections = new("Greeting.TooManyConnections", FindingKind.Server,
        "The server accepts no more concurrent connections from this machine.",
        "Close other connections from this address (by other programs or machines behind it), test fewer servers at a time, or have the server's limit raised.")
    {
        IsTransient = true,
    };

    /// <summary>A relay for registered machines only.</summary>
    public static readonly FindingCode EnvelopeConnectorMissing = new("Envelope.ConnectorMissing", FindingKind.Server,
        "The provider relays only for registered machines and senders, and this one is not registered.",
        "Register this machine's current public address, or its certificate, with the relay: at Microsoft 365 in the inbound connector (Exchange admin centre, Mail flow, Connectors), at Google Workspace in the SMTP relay settings (Apps, Gmail, Routing).");
}
