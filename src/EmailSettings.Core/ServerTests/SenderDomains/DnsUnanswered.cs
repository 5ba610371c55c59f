namespace EmailSettings.Core.ServerTests.SenderDomains;

/// <summary>DNS gave no usable answer: no server answers, or it says that it cannot.</summary>
/// <param name="reason">What was seen.</param>
internal sealed class DnsUnanswered(string reason) : Exception(reason);
