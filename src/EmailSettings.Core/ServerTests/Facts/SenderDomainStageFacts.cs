using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>What DNS says of the domain that mail is sent from.</summary>
public sealed record SenderDomainStageFacts : FactRecord
{
    /// <summary>The domain, in A-labels.</summary>
    public string? Domain { get; init; }

    /// <summary>
    /// Its MX records, <c>10 mx.example.org</c>; without any, its own addresses take its mail (RFC 5321 section 5.1).
    /// </summary>
    public IReadOnlyList<string> MailServers { get; init; } = [];

    /// <summary>Its SPF records (RFC 7208); one is right.</summary>
    public IReadOnlyList<string> Spf { get; init; } = [];

    /// <summary>Its DMARC record (RFC 7489); null for none.</summary>
    public string? Dmarc { get; init; }

    /// <summary>The domain whose DMARC record counts: its own, or one above it.</summary>
    public string? DmarcDomain { get; init; }

    /// <summary><c>none</c>, <c>quarantine</c> or <c>reject</c>; null where no record says.</summary>
    public string? DmarcPolicy { get; init; }
}
