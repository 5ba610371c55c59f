namespace EmailSettings.Core.Findings;

/// <summary>Findings of the stage SenderDomain. They say what DNS holds, and nothing about this server's addresses.</summary>
public static class SenderDomainFindings
{
    /// <summary>The cause where the domain says itself that it takes no mail (RFC 7505).</summary>
    internal const string NullMxCause = "The sender's domain '{value}' says that it takes no mail (null MX, RFC 7505), so that no reply and no bounce comes back, and many servers refuse its mail.";

    /// <summary>No such domain. Value: the domain.</summary>
    public static readonly FindingCode SenderDomainNotFound = new("SenderDomain.NotFound", FindingKind.Warning,
        "The sender's domain '{value}' does not exist in DNS; most servers refuse mail from it.",
        "Check the spelling of the sender's address, or use a sender whose domain exists.");

    /// <summary>Nobody takes the domain's mail. Value: the domain.</summary>
    public static readonly FindingCode SenderDomainNoMailServer = new("SenderDomain.NoMailServer", FindingKind.Warning,
        "The sender's domain '{value}' has neither an MX record nor an address, so that no reply and no bounce comes back, and many servers refuse its mail.",
        "Have an MX record published for the domain, or use a sender of a domain that takes mail.");

    /// <summary>No SPF. Value: the domain.</summary>
    public static readonly FindingCode SenderDomainNoSpf = new("SenderDomain.NoSpf", FindingKind.Warning,
        "The sender's domain '{value}' has no SPF record (RFC 7208); receivers cannot tell who may send for it.",
        "Have a TXT record published that begins with v=spf1 and names the servers that send mail of this domain.");

    /// <summary>Several SPF records. Value: the domain. Detail: how many.</summary>
    public static readonly FindingCode SenderDomainSpfAmbiguous = new("SenderDomain.SpfAmbiguous", FindingKind.Warning,
        "The sender's domain '{value}' has {detail} SPF records; receivers then count none (RFC 7208 section 4.5).",
        "Have the records put together in one TXT record that begins with v=spf1.");

    /// <summary>No DMARC. Value: the domain.</summary>
    public static readonly FindingCode SenderDomainNoDmarc = new("SenderDomain.NoDmarc", FindingKind.Warning,
        "Neither the sender's domain '{value}' nor one above it has a DMARC record; Gmail and Yahoo want one from bulk senders.",
        "Have a TXT record published under _dmarc of the domain, at first v=DMARC1; p=none with an address for reports (rua).");

    /// <summary>DNS does not answer. Value: the domain. Detail: what was seen.</summary>
    public static readonly FindingCode SenderDomainNotKnown = new("SenderDomain.NotKnown", FindingKind.Warning,
        "What DNS says of the sender's domain '{value}' is not known: {detail}",
        "Check that this machine's DNS servers answer questions about domains outside (nslookup -type=mx), and test again.");
}
