namespace EmailSettings.Messages.Headers;

/// <summary>
/// One server on a message's route, from a Received field (RFC 5321 section 4.4). Untrusted: a field may contain anything.
/// </summary>
/// <param name="From">The sending host, as it called itself; null if not given.</param>
/// <param name="By">The receiving host; null if not given.</param>
/// <param name="With">The protocol; null if not given.</param>
/// <param name="At">The time in UTC; null if the field has no date.</param>
/// <param name="Waited">The time since the previous hop; null if either has no date. Negative if their clocks differ.</param>
public sealed record ReceivedHop(string? From, string? By, string? With, DateTimeOffset? At, TimeSpan? Waited);
