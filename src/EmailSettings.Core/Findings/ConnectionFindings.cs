namespace EmailSettings.Core.Findings;

/// <summary>Findings of the stages Dns, Connect, Greeting, Capabilities and StartTls.</summary>
public static class ConnectionFindings
{
    /// <summary>The cause where one family of addresses was asked for. Detail: the family.</summary>
    internal const string NoAddressOfFamily = "The host name '{value}' does not exist, or has no {detail} address.";

    /// <summary>No such host. Value: the host.</summary>
    public static readonly FindingCode DnsNotFound = new("Dns.NotFound", FindingKind.Server,
        "The host name '{value}' does not exist, or has no address.",
        "Check the spelling of the host; if it is right, look it up from this machine (Resolve-DnsName, nslookup) and ask the administrator of its DNS zone.");

    /// <summary>The look-up itself failed. Value: the host. Detail: the resolver's error.</summary>
    public static readonly FindingCode DnsFailed = new("Dns.Failed", FindingKind.Server,
        "The host name '{value}' could not be looked up ({detail}); whether it exists is not known.",
        "Check that this machine's DNS servers are configured and answer, then test again.")
    {
        MayPass = true,
    };

    /// <summary>Nobody listens. Value: host and port. Detail: addresses and errors.</summary>
    public static readonly FindingCode ConnectRefused = new("Connect.Refused", FindingKind.Server,
        "Nothing listens at {value}: the connection was refused ({detail}).",
        "Check the port (SMTP 587, 465 or 25; IMAP 993 or 143), and that the mail service is running.")
    {
        MayPass = true,
    };

    /// <summary>No answer. Value: host and port. Detail: addresses and errors.</summary>
    public static readonly FindingCode ConnectTimedOut = new("Connect.TimedOut", FindingKind.Server,
        "{value} did not answer the connection within the time limit ({detail}); a firewall that drops packets looks like this.",
        "Have the firewall let this machine reach {value}, and check host and port.")
    {
        MayPass = true,
    };

    /// <summary>No route. Value: host and port. Detail: addresses and errors.</summary>
    public static readonly FindingCode ConnectUnreachable = new("Connect.Unreachable", FindingKind.Server,
        "There is no route to {value} from this machine ({detail}).",
        "Check this machine's network connection and routes; mail connections do not use an HTTP proxy.")
    {
        MayPass = true,
    };

    /// <summary>The cause where no other address works either.</summary>
    internal const string AddressFailsToo = "The address {value} of this host does not work either: {detail}";

    /// <summary>The next step where no address works.</summary>
    internal const string AddressFailsTooStep = "Fix what is wrong with the first address, then test again; -AddressFamily ('--address-family') tests those of one family only.";

    /// <summary>
    /// One of several addresses does not work. Value: that address. Detail: why, as a sentence. Limit: the address that works.
    /// </summary>
    public static readonly FindingCode ConnectAddressFails = new("Connect.AddressFails", FindingKind.Warning,
        "The address {value} of this host does not work, {limit} does: {detail}",
        "Have the server behind {value} fixed or its address taken out of DNS: the platform may connect to either. -AddressFamily ('--address-family') tests the addresses of one family only.");

    /// <summary>The server turns us away at once. Value: host and port.</summary>
    public static readonly FindingCode GreetingRefused = new("Greeting.Refused", FindingKind.Server,
        "{value} refuses this machine at the greeting.",
        "Read the server's text; most servers turn an IP address away here, so ask the server's administrator to allow this machine's.");

    /// <summary>The server asks to come back, at the greeting or in place of a later answer. Value: host and port.</summary>
    public static readonly FindingCode GreetingTryLater = new("Greeting.TryLater", FindingKind.Server,
        "{value} takes no session at the moment.",
        "Wait a few minutes and test again; if it persists, look for too many open connections from this machine.")
    {
        MayPass = true,
    };

    /// <summary>What speaks, where no protocol is known by its bytes.</summary>
    internal const string UnknownSpeaker = "something that is not a mail protocol";

    /// <summary>Another protocol. Value: host and port. Detail: what speaks. Limit: what was expected.</summary>
    public static readonly FindingCode GreetingNotThisProtocol = new("Greeting.NotThisProtocol", FindingKind.Server,
        "{value} does not speak {limit}: what answers there is {detail}.",
        "Correct the port: SMTP is at 587, 465 or 25, IMAP at 993 or 143.");

    /// <summary>PREAUTH. Value: host and port.</summary>
    public static readonly FindingCode GreetingPreAuthenticated = new("Greeting.PreAuthenticated", FindingKind.Warning,
        "{value} takes this connection as logged in already (PREAUTH), so that neither STARTTLS nor a login is possible on it.",
        "Check that this is the intended server: a login that nobody asked for is not a test of the credentials.");

    /// <summary>The next step where it is CAPABILITY: IMAP has no client name.</summary>
    internal const string ImapCapabilitiesStep = "Read the server's text, check that nothing between this machine and the server rewrites the session, then ask the server's administrator.";

    /// <summary>EHLO or CAPABILITY is refused. Value: the command.</summary>
    public static readonly FindingCode CapabilitiesRefused = new("Capabilities.Refused", FindingKind.Server,
        "The server refuses {value}, with which every session begins.",
        "Read the server's text; some servers want a client name that they can look up, so give this machine a host name with an address in DNS.");

    /// <summary>What every server must offer is not there. Value: what.</summary>
    public static readonly FindingCode CapabilitiesMissing = new("Capabilities.Missing", FindingKind.Warning,
        "The server does not offer {value}.",
        "Check that nothing between this machine and the server rewrites the session (mail inspection of a firewall), then ask the server's administrator.");

    /// <summary>No STARTTLS on offer. Value: host and port.</summary>
    public static readonly FindingCode StartTlsNotOffered = new("StartTls.NotOffered", FindingKind.Server,
        "A secure connection is asked for, and {value} does not offer STARTTLS.",
        "Use the port with TLS from the first byte (465 for SMTP, 993 for IMAP), or have STARTTLS switched on at the server; nothing was sent in the clear.");

    /// <summary>STARTTLS is refused. Value: host and port.</summary>
    public static readonly FindingCode StartTlsRefused = new("StartTls.Refused", FindingKind.Server,
        "{value} offers STARTTLS and then refuses it.",
        "Check the server's TLS configuration: it may be unable to load its certificate or key, or, with 454, a filter that it depends on may be down. Nothing was sent in the clear.");

    /// <summary>The next step where a mailbox wants TLS: its connection is a queue's.</summary>
    internal const string SecureMailboxStep = "Test with -TlsMode StartTls ('--tls starttls'), or with TLS from the first byte at port 993; enter what passes in the mailbox's queue.";

    /// <summary>The cause where the connection is secured and the server does not know.</summary>
    internal const string SecuredCause = "{value} asks for a secure connection, and this one is secured: what answers does not know it.";

    /// <summary>The next step where the connection is secured and the server does not know.</summary>
    internal const string SecuredStep = "Ask the server's administrator: something before it ends TLS and speaks to it in the clear, and has to tell it so.";

    /// <summary>The server wants TLS. Value: host and port.</summary>
    public static readonly FindingCode StartTlsRequired = new("StartTls.Required", FindingKind.Server,
        "{value} asks for a secure connection first, and SSL is off in what was tested.",
        "Test with -TlsMode StartTls ('--tls starttls'); if that passes, switch it on: Set-OutgoingMailServer -UseSsl $true ('emailsettings set outgoing useSsl=true').");

    /// <summary>Bytes before the handshake. Value: host and port. Detail: how many.</summary>
    public static readonly FindingCode StartTlsInjection = new("StartTls.Injection", FindingKind.Server,
        "Between STARTTLS and the handshake {value} sent {detail} bytes in the clear that do not belong there (CVE-2011-0411); they were thrown away and the connection was closed.",
        "Treat it as an attack until it is explained: test from another network, and tell the server's administrator.");
}
