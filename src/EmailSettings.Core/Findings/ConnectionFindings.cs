namespace EmailSettings.Core.Findings;

/// <summary>Findings of the Dns, Connect, Greeting, Capabilities and StartTls stages.</summary>
public static class ConnectionFindings
{
    /// <summary>The cause if one address family was requested. Detail: the family.</summary>
    internal const string NoAddressOfFamily = "The host name '{value}' does not exist, or has no {detail} address.";

    /// <summary>An unknown host. Value: the host.</summary>
    public static readonly FindingCode DnsNotFound = new("Dns.NotFound", FindingKind.Server,
        "The host name '{value}' does not exist, or has no address.",
        "Check the spelling of the host; if it is correct, look it up from this machine (Resolve-DnsName, nslookup) and ask the administrator of its DNS zone.");

    /// <summary>A failed DNS lookup. Value: the host. Detail: the resolver's error.</summary>
    public static readonly FindingCode DnsFailed = new("Dns.Failed", FindingKind.Server,
        "The lookup of the host name '{value}' failed ({detail}).",
        "Check that this machine's DNS servers are configured and respond, then test again.")
    {
        IsTransient = true,
    };

    /// <summary>A refused connection. Value: host and port. Detail: addresses and errors.</summary>
    public static readonly FindingCode ConnectRefused = new("Connect.Refused", FindingKind.Server,
        "Nothing is listening on {value}: the connection was refused ({detail}).",
        "Check the port (SMTP 587, 465 or 25; IMAP 993 or 143), and that the mail service is running.")
    {
        IsTransient = true,
    };

    /// <summary>A connection timeout. Value: host and port. Detail: addresses and errors.</summary>
    public static readonly FindingCode ConnectTimedOut = new("Connect.TimedOut", FindingKind.Server,
        "The connection to {value} timed out ({detail}); typically a firewall drops the packets.",
        "Check host and port, and have firewalls let this machine reach {value}.")
    {
        IsTransient = true,
    };

    /// <summary>No route to the host. Value: host and port. Detail: addresses and errors.</summary>
    public static readonly FindingCode ConnectUnreachable = new("Connect.Unreachable", FindingKind.Server,
        "There is no route to {value} from this machine ({detail}).",
        "Check this machine's network connection and routes; mail connections do not use an HTTP proxy.")
    {
        IsTransient = true,
    };

    /// <summary>The cause if another address fails too.</summary>
    internal const string AddressFailsToo = "The address {value} of this host does not work either: {detail}";

    /// <summary>The next step if no address works.</summary>
    internal const string AddressFailsTooStep = "Fix the problem of the first address, then test again; -AddressFamily ('--address-family') tests only the addresses of one family.";

    /// <summary>
    /// One of several addresses fails. Value: that address. Detail: why, as a sentence. Limit: the address that works.
    /// </summary>
    public static readonly FindingCode ConnectAddressFails = new("Connect.AddressFails", FindingKind.Warning,
        "The address {value} of this host does not work, although {limit} does: {detail}",
        "Have the server at {value} fixed or its address removed from DNS: the platform may connect to either. -AddressFamily ('--address-family') tests only the addresses of one family.");

    /// <summary>The server rejects the connection. Value: host and port.</summary>
    public static readonly FindingCode GreetingRefused = new("Greeting.Refused", FindingKind.Server,
        "{value} rejects the connection at the greeting.",
        "Read the server's text; most servers reject an IP address here, so ask the server's administrator to allow this machine's.");

    /// <summary>The server asks to try later, at the greeting or instead of a later reply. Value: host and port.</summary>
    public static readonly FindingCode GreetingTryLater = new("Greeting.TryLater", FindingKind.Server,
        "{value} is temporarily not accepting sessions.",
        "Wait a few minutes and test again; if it persists, look for too many open connections from this machine.")
    {
        IsTransient = true,
    };

    /// <summary>The placeholder for an unrecognized protocol.</summary>
    internal const string UnknownSpeaker = "something that is not a mail protocol";

    /// <summary>Another protocol. Value: host and port. Detail: what answers. Limit: what was expected.</summary>
    public static readonly FindingCode GreetingNotThisProtocol = new("Greeting.NotThisProtocol", FindingKind.Server,
        "{value} does not speak {limit} but {detail}.",
        "Correct the port: SMTP uses 587, 465 or 25; IMAP uses 993 or 143.");

    /// <summary>PREAUTH. Value: host and port.</summary>
    public static readonly FindingCode GreetingPreAuthenticated = new("Greeting.PreAuthenticated", FindingKind.Warning,
        "{value} treats this connection as already logged in (PREAUTH), so neither STARTTLS nor a login is possible.",
        "Check that this is the intended server; the credentials could not be tested.");

    /// <summary>The next step for CAPABILITY: IMAP has no client name.</summary>
    internal const string ImapCapabilitiesStep = "Read the server's text, check that nothing between this machine and the server rewrites the session, then ask the server's administrator.";

    /// <summary>EHLO or CAPABILITY is refused. Value: the command.</summary>
    public static readonly FindingCode CapabilitiesRefused = new("Capabilities.Refused", FindingKind.Server,
        "The server rejects {value}, the first command of every session.",
        "Read the server's text; some servers look up the client name, so give this machine a host name that resolves in DNS.");

    /// <summary>A missing mandatory capability. Value: which.</summary>
    public static readonly FindingCode CapabilitiesMissing = new("Capabilities.Missing", FindingKind.Warning,
        "The server does not offer {value}.",
        "Check that nothing between this machine and the server rewrites the session (such as a firewall's mail inspection), then ask the server's administrator.");

    /// <summary>STARTTLS is not offered. Value: host and port.</summary>
    public static readonly FindingCode StartTlsNotOffered = new("StartTls.NotOffered", FindingKind.Server,
        "A secure connection is required, but {value} does not offer STARTTLS.",
        "Use the port with implicit TLS (465 for SMTP, 993 for IMAP), or have STARTTLS enabled on the server.");

    /// <summary>STARTTLS fails. Value: host and port.</summary>
    public static readonly FindingCode StartTlsRefused = new("StartTls.Refused", FindingKind.Server,
        "{value} offers STARTTLS but then rejects it.",
        "Check the server's TLS configuration: it may be unable to load its certificate or key, or, with 454, a filter that it depends on may be down.");

    /// <summary>The next step if a mailbox requires TLS: its connection is configured in a queue.</summary>
    internal const string SecureMailboxStep = "Test with -TlsMode StartTls ('--tls starttls'), or with implicit TLS on port 993; then set what works in the mailbox's queue.";

    /// <summary>The cause if the connection is secure but the server is unaware of it.</summary>
    internal const string SecuredCause = "{value} requires a secure connection, although this one is: the server is unaware of the encryption.";

    /// <summary>The next step if the connection is secure but the server is unaware of it.</summary>
    internal const string SecuredStep = "Ask the server's administrator: a proxy in front of it terminates TLS and must tell it so.";

    /// <summary>TLS is required. Value: host and port.</summary>
    public static readonly FindingCode StartTlsRequired = new("StartTls.Required", FindingKind.Server,
        "{value} requires a secure connection, but SSL is off in the tested settings.",
        "Test with -TlsMode StartTls ('--tls starttls'); if that works, enable it: Set-OutgoingMailServer -UseSsl $true ('emailsettings set outgoing useSsl=true').");

    /// <summary>Plaintext bytes before the handshake. Value: host and port. Detail: how many.</summary>
    public static readonly FindingCode StartTlsInjection = new("StartTls.Injection", FindingKind.Server,
        "{value} sent {detail} unexpected plaintext bytes between STARTTLS and the handshake (CVE-2011-0411); they were discarded and the connection was closed.",
        "Treat it as an attack until explained: test from another network, and inform the server's administrator.");
}
