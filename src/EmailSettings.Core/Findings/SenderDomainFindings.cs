namespace EmailSettings.Core.Findings;

/// <summary>
/// Findings of the SenderDomain stage. They describe the DNS records, not whether this server's addresses match them.
/// </summary>
public static class SenderDomainFindings
{
    /// <summary>The cause if the domain declares that it accepts no mail (RFC 7505).</summary>
    internal const string NullMxCause = "The sender's domain '{value}' accepts no mail (null MX, RFC 7505), so replies and bounces are lost, and many servers reject its mail.";

    /// <summary>The domain does not exist. Value: the domain.</summary>
    public static readonly FindingCode SenderDomainNotFound = new("SenderDomain.NotFound", FindingKind.Warning,
        "The sender's domain '{value}' does not exist in DNS; most servers reject mail from it.",
        "Check the spelling of the sender's address, or use a sender in an existing domain.");

    /// <summary>The domain has no mail server. Value: the domain.</summary>
    public static readonly FindingCode SenderDomainNoMailServer = new("SenderDomain.NoMailServer", FindingKind.Warning,
        "The sender's domain '{value}' has neither an MX record nor an address, so replies and bounces are lost, and many servers reject its mail.",
        "Have an MX record published for the domain, or use a sender in a domain that accepts mail.");

    /// <summary>No SPF. Value: the domain.</summary>
    public static readonly FindingCode SenderDomainNoSpf = new("SenderDomain.NoSpf", FindingKind.Warning,
        "The sender's domain '{value}' has no SPF record (RFC 7208); receivers cannot tell who may send for it.",
        "Have a TXT record published that begins with v=spf1 and lists the servers that send mail for this domain.");

    /// <summary>Several SPF records. Value: the domain. Detail: how many.</summary>
    public static readonly FindingCode SenderDomainSpfAmbiguous = new("SenderDomain.SpfAmbiguous", FindingKind.Warning,
        "The sender's domain '{value}' has {detail} SPF records, so receivers ignore all of them (RFC 7208 section 4.5).",
        "Have the records merged into one TXT record that begins with v=spf1.");

    /// <summary>No DMARC. Value: the domain.</summary>
    public static readonly FindingCode SenderDomainNoDmarc = new("SenderDomain.NoDmarc", FindingKind.Warning,
        "Neither the sender's domain '{value}' nor a parent domain has a DMARC record; Gmail and Yahoo require one from bulk senders.",
        "Have a TXT record published at _dmarc of the domain, initially v=DMARC1; p=none with a report address (rua).");

    /// <summary>DNS does not answer. Value: the domain. Detail: the failure.</summary>
    public static readonly FindingCode SenderDomainNotKnown = new("SenderDomain.NotKnown", FindingKind.Warning,
        "The DNS records of the sender's domain '{value}' could not be queried: {detail}",
        "Check that this machine's DNS servers answer queries for external domains (nslookup -type=mx), and test again.");
}
