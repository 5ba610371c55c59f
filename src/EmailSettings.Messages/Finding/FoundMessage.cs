using EmailSettings.Messages.Reading;

namespace EmailSettings.Messages.Finding;

/// <summary>A message that was found.</summary>
/// <param name="Folder">The full name of the folder.</param>
/// <param name="IsJunk">Whether it is the junk folder.</param>
/// <param name="ReceivedAt">When it was delivered to the mailbox; null if unknown.</param>
/// <param name="Reading">The content of the message.</param>
public sealed record FoundMessage(string Folder, bool IsJunk, DateTimeOffset? ReceivedAt, MessageReading Reading);
