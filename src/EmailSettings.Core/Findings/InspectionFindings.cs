namespace EmailSettings.Core.Findings;

/// <summary>
/// Findings about boxes between this machine and the server, and about certificates that look like the server's fault and are
/// not.
/// </summary>
public static class InspectionFindings
{
    /// <summary>The next step where a provider is known to offer STARTTLS.</summary>
    internal const string KnownOfferStep = "Look for a firewall, antivirus or proxy between this machine and {value} that filters STARTTLS and switch that off, or use the port with TLS from the first byte (465 for SMTP, 993 for IMAP).";

    /// <summary>The certificate of a product on the way. Value: the product. Detail: the issuer.</summary>
    public static readonly FindingCode TlsInspected = new("Tls.Inspected", FindingKind.Server,
        "The certificate is not the mail server's: {value} on the way replaces it by one of its own, issued by '{detail}'.",
        "Switch the scanning of encrypted mail connections off in {value}, or have this server exempted there; the mail server needs no change.");

    /// <summary>STARTTLS is hidden. Value: host and port. Detail: what shows it.</summary>
    public static readonly FindingCode StartTlsFiltered = new("StartTls.Filtered", FindingKind.Server,
        "Something on the way to {value} hides STARTTLS: {detail}.",
        "Switch the inspection of SMTP off on the firewall between this machine and the server (Cisco: ESMTP inspection, fixup smtp), or use the port with TLS from the first byte (465 for SMTP, 993 for IMAP).");

    /// <summary>A page in place of a mail server. Value: host and port. Detail: the page's first line.</summary>
    public static readonly FindingCode GreetingPortal = new("Greeting.Portal", FindingKind.Server,
        "A sign-in page or proxy of the network answers instead of {value}: {detail}",
        "Sign in to the network, or have its gateway let this machine reach the mail server's port; mail connections take no HTTP proxy.");

    /// <summary>A root that has ended. Value: its subject. Detail: the day.</summary>
    public static readonly FindingCode TlsRootExpired = new("Tls.RootExpired", FindingKind.Server,
        "The root certificate '{value}', to which this machine traces the server's, expired on {detail}; the server's own is in date.",
        "Update the root certificates of this machine (system updates; on Linux the package ca-certificates).");

    /// <summary>Weak. Value: what is.</summary>
    public static readonly FindingCode TlsWeakCertificate = new("Tls.WeakCertificate", FindingKind.Warning,
        "The server's certificate uses {value}, which no longer counts as safe.",
        "Have a certificate with an RSA key of at least 2048 bits or an elliptic curve, signed with SHA-256, installed at the server.");

    /// <summary>An address in place of a name. Value: the host. Detail: the names of the certificate.</summary>
    public static readonly FindingCode TlsHostIsAddress = new("Tls.HostIsAddress", FindingKind.Server,
        "The host is the IP address {value}, so that no server name could be sent and the certificate cannot match: it is for {detail}.",
        "Enter the host name of the mail server instead of the IP address.");
}
