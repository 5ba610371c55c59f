namespace EmailSettings.Core.ServerTests.SenderDomains;

/// <summary>Thrown when DNS gives no usable answer: no server responds, or it reports a failure.</summary>
/// <param name="reason">The failure.</param>
internal sealed class DnsLookupException(string reason) : Exception(reason);
