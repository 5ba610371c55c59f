using EmailSettings.Messages.Reading;

namespace EmailSettings.Messages.Finding;

/// <summary>A message that was found.</summary>
/// <param name="Folder">The folder, by its full name.</param>
/// <param name="IsJunk">The folder is the one for junk.</param>
/// <param name="ReceivedAt">When the mailbox took it, where the server says so.</param>
/// <param name="Reading">The message.</param>
public sealed record FoundMessage(string Folder, bool IsJunk, DateTimeOffset? ReceivedAt, MessageReading Reading);
