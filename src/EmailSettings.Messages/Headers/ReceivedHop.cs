namespace EmailSettings.Messages.Headers;

/// <summary>
/// One server that a message went through, as it noted it in a Received field (RFC 5321 section 4.4). From outside: a field may
/// say anything.
/// </summary>
/// <param name="From">Who handed the message over, as it called itself, or null.</param>
/// <param name="By">Who took it, or null.</param>
/// <param name="With">The protocol, or null.</param>
/// <param name="At">When, in UTC; null where the field holds no date.</param>
/// <param name="Waited">Time since the hop before; null where one of the two holds no date. Negative where their clocks
/// differ.</param>
public sealed record ReceivedHop(string? From, string? By, string? With, DateTimeOffset? At, TimeSpan? Waited);
