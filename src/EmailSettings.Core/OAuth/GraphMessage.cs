namespace EmailSettings.Core.OAuth;

/// <summary>A message in a mailbox.</summary>
/// <param name="Id">Graph's name for it, good for this folder.</param>
/// <param name="ReceivedAt">When the mailbox took it.</param>
public sealed record GraphMessage(string Id, DateTimeOffset? ReceivedAt);
