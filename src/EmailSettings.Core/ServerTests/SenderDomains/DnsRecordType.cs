namespace EmailSettings.Core.ServerTests.SenderDomains;

/// <summary>The types of records relevant for a domain's mail.</summary>
internal enum DnsRecordType
{
    /// <summary>Mail servers (RFC 5321 section 5.1).</summary>
    Mx,

    /// <summary>Texts, including SPF and DMARC.</summary>
    Txt,

    /// <summary>IPv4 addresses.</summary>
    A,

    /// <summary>IPv6 addresses.</summary>
    Aaaa,
}
