using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>The inbox.</summary>
public sealed record MailboxStageFacts : FactRecord
{
    /// <summary><c>Imap</c> or <c>Graph</c>.</summary>
    public required string Via { get; init; }

    /// <summary>Messages in it.</summary>
    public long? Messages { get; init; }

    /// <summary>UIDVALIDITY.</summary>
    public long? UidValidity { get; init; }

    /// <summary>Graph's request-id, which its support asks for.</summary>
    public string? RequestId { get; init; }
}
