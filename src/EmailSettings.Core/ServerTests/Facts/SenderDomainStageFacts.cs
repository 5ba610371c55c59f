using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>The DNS records of the sender's domain.</summary>
public sealed record SenderDomainStageFacts : FactRecord
{
    /// <summary>The domain, in A-labels.</summary>
    public string? Domain { get; init; }

    /// <summary>
    /// Its MX records, <c>10 mx.example.org</c>; if it has none, its own addresses receive its mail (RFC 5321 section 5.1).
    /// </summary>
    public IReadOnlyList<string> MailServers { get; init; } = [];

    /// <summary>Its SPF records (RFC 7208); there should be exactly one.</summary>
    public IReadOnlyList<string> Spf { get; init; } = [];

    /// <summary>Its DMARC record (RFC 7489); null if none.</summary>
    public string? Dmarc { get; init; }

    /// <summary>The domain of the DMARC record: its own or a parent.</summary>
    public string? DmarcDomain { get; init; }

    /// <summary><c>none</c>, <c>quarantine</c> or <c>reject</c>; null if there is no record.</summary>
    public string? DmarcPolicy { get; init; }
}
