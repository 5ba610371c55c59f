namespace EmailSettings.Messages.Reading;

/// <summary>The relevant fields of a message's header. All of it is untrusted.</summary>
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
    /// The address of Return-Path: the envelope sender as recorded by the receiving server; empty for a delivery report.
    /// </summary>
    public string? ReturnPath { get; init; }

    /// <summary>The number of mailboxes in To, Cc and Bcc together, including members of groups.</summary>
    public int Recipients { get; init; }

    /// <summary>The number of header fields.</summary>
    public int Fields { get; init; }

    /// <summary>The Received fields, newest first, at most <see cref="HeaderCollector.MaxTrace"/>.</summary>
    public IReadOnlyList<string> Received { get; init; } = [];

    /// <summary>The Authentication-Results fields, newest first, unparsed.</summary>
    public IReadOnlyList<string> AuthenticationResults { get; init; } = [];

    /// <summary>Auto-Submitted; null if missing.</summary>
    public string? AutoSubmitted { get; init; }
}
