namespace EmailSettings.Core.ServerTests.SenderDomains;

/// <summary>The DNS answer for a name.</summary>
/// <param name="Exists">Whether the name exists, with or without records of the requested type.</param>
/// <param name="Records">The records: for MX <c>10 mx.example.org</c>, for TXT the whole text, for addresses the address.</param>
internal sealed record DnsAnswer(bool Exists, IReadOnlyList<string> Records);
