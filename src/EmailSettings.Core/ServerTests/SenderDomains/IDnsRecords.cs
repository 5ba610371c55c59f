namespace EmailSettings.Core.ServerTests.SenderDomains;

/// <summary>Asks DNS for records that the system's look-up of addresses does not give.</summary>
internal interface IDnsRecords
{
    /// <summary>The records of a name.</summary>
    /// <param name="name">The name, in A-labels.</param>
    /// <param name="type">Which of its records.</param>
    /// <param name="limit">How long to wait.</param>
    /// <param name="cancellation">Ends the look-up at once.</param>
    /// <exception cref="DnsUnanswered">There is no usable answer.</exception>
    Task<DnsAnswer> AskAsync(string name, DnsRecordType type, TimeSpan limit, CancellationToken cancellation);
}
