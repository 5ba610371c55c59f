namespace EmailSettings.Messages.Reading;

/// <summary>What is kept of a message's header. Everything in it comes from outside.</summary>
public sealed record MessageHeader
{
    /// <summary>Subject, decoded.</summary>
    public string? Subject { get; init; }

    /// <summary>Message-ID, with angle brackets.</summary>
    public string? MessageId { get; init; }

    /// <summary>Date.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The addresses of From.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>
    /// The address of Return-Path: the envelope sender as the receiving server noted it; empty for a delivery report.
    /// </summary>
    public string? ReturnPath { get; init; }

    /// <summary>Mailboxes in To, Cc and Bcc together, members of groups included.</summary>
    public int Recipients { get; init; }

    /// <summary>Header fields in all.</summary>
    public int Fields { get; init; }

    /// <summary>The Received fields, newest first, at most <see cref="HeaderCollector.MaxTrace"/>.</summary>
    public IReadOnlyList<string> Received { get; init; } = [];

    /// <summary>The Authentication-Results fields, newest first, as they stand.</summary>
    public IReadOnlyList<string> AuthenticationResults { get; init; } = [];

    /// <summary>Auto-Submitted, or null.</summary>
    public string? AutoSubmitted { get; init; }
}
