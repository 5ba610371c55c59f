namespace EmailSettings.Core.Findings;

/// <summary>
/// Findings about devices between this machine and the server, and about certificate problems that only look like the server's.
/// </summary>
public static class InspectionFindings
{
    /// <summary>The next step if the provider is known to offer STARTTLS.</summary>
    internal const string KnownOfferStep = "Find the firewall, antivirus or proxy between this machine and {value} that filters STARTTLS and disable the filter, or use the port with implicit TLS (465 for SMTP, 993 for IMAP).";

    /// <summary>The certificate of an inspecting product. Value: the product. Detail: the issuer.</summary>
    public static readonly FindingCode TlsInspected = new("Tls.Inspected", FindingKind.Server,
        "The certificate is not the mail server's: {value} replaces it with its own, issued by '{detail}'.",
        "Disable the scanning of encrypted mail connections in {value}, or exempt this server there.");

    /// <summary>STARTTLS is hidden. Value: host and port. Detail: the evidence.</summary>
    public static readonly FindingCode StartTlsFiltered = new("StartTls.Filtered", FindingKind.Server,
        "Something on the path to {value} hides STARTTLS: {detail}.",
        "Disable SMTP inspection on the firewall between this machine and the server (Cisco: ESMTP inspection, fixup smtp), or use the port with implicit TLS (465 for SMTP, 993 for IMAP).");

    /// <summary>A web page instead of a mail server. Value: host and port. Detail: the page's first line.</summary>
    public static readonly FindingCode GreetingPortal = new("Greeting.Portal", FindingKind.Server,
        "A sign-in page or proxy of the network answers instead of {value}: {detail}",
        "Sign in to the network, or have its gateway let this machine reach the mail server's port; mail connections do not use an HTTP proxy.");

    /// <summary>An expired root. Value: its subject. Detail: the date.</summary>
    public static readonly FindingCode TlsRootExpired = new("Tls.RootExpired", FindingKind.Server,
        "The root certificate '{value}', to which this machine chains the server's valid certificate, expired on {detail}.",
        "Update the root certificates of this machine (system updates; on Linux the package ca-certificates).");

    /// <summary>A weak certificate. Value: the weakness.</summary>
    public static readonly FindingCode TlsWeakCertificate = new("Tls.WeakCertificate", FindingKind.Warning,
        "The server's certificate uses {value}, which is no longer considered secure.",
        "Have a certificate with an RSA key of at least 2048 bits or an elliptic curve, signed with SHA-256, installed on the server.");

    /// <summary>An IP address instead of a name. Value: the host. Detail: the names of the certificate.</summary>
    public static readonly FindingCode TlsHostIsAddress = new("Tls.HostIsAddress", FindingKind.Server,
        "The host is the IP address {value}, but the certificate is for {detail}.",
        "Enter the host name of the mail server instead of the IP address.");
}
