namespace EmailSettings.Core.OAuth;

/// <summary>A message in a mailbox.</summary>
/// <param name="Id">The Graph id, valid in this folder.</param>
/// <param name="ReceivedAt">When the mailbox received it.</param>
public sealed record GraphMessage(string Id, DateTimeOffset? ReceivedAt);
