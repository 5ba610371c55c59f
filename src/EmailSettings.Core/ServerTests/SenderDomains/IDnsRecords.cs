namespace EmailSettings.Core.ServerTests.SenderDomains;

/// <summary>Looks up DNS records that the system's address resolver does not offer.</summary>
internal interface IDnsRecords
{
    /// <summary>Returns the records of a name.</summary>
    /// <param name="name">The name, in A-labels.</param>
    /// <param name="type">The record type.</param>
    /// <param name="limit">How long to wait.</param>
    /// <param name="cancellation">Cancels the lookup.</param>
    /// <exception cref="DnsLookupException">There was no usable answer.</exception>
    Task<DnsAnswer> AskAsync(string name, DnsRecordType type, TimeSpan limit, CancellationToken cancellation);
}
