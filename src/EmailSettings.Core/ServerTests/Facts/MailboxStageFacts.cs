using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>The inbox.</summary>
public sealed record MailboxStageFacts : FactRecord
{
    /// <summary><c>Imap</c> or <c>Graph</c>.</summary>
    public required string Via { get; init; }

    /// <summary>The number of messages in it.</summary>
    public long? Messages { get; init; }

    /// <summary>UIDVALIDITY.</summary>
    public long? UidValidity { get; init; }

    /// <summary>The request id for Microsoft support.</summary>
    public string? RequestId { get; init; }
}
