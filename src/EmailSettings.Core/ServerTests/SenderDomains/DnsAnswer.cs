namespace EmailSettings.Core.ServerTests.SenderDomains;

/// <summary>What DNS says about one name.</summary>
/// <param name="Exists">The name exists, with records of the type that was asked for or without.</param>
/// <param name="Records">The records: of MX <c>10 mx.example.org</c>, of TXT the whole text, of addresses the address.</param>
internal sealed record DnsAnswer(bool Exists, IReadOnlyList<string> Records);
