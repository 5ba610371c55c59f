using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Judging;

/// <summary>What becomes of one message under the settings.</summary>
public sealed record JudgedMessage
{
    /// <summary>The file; within an mbox file with <c>#</c> and the message's number; <c>-</c> for standard input.</summary>
    public required string File { get; init; }

    /// <summary>Which way it was looked at.</summary>
    public required MessageDirection Direction { get; init; }

    /// <summary>What becomes of it.</summary>
    public required MessageOutcome Outcome { get; init; }

    /// <summary>Size in bytes: of the file for an incoming message, on the wire for an outgoing one.</summary>
    public long SizeBytes { get; init; }

    /// <summary>Subject, control characters escaped; null where there is none.</summary>
    public string? Subject { get; init; }

    /// <summary>A text was found that stands for the body; null where nobody looked.</summary>
    public bool? BodyFound { get; init; }

    /// <summary>Incoming: what stands in for the body; null where the body itself does.</summary>
    public string? ErrorText { get; init; }

    /// <summary>Outgoing: the transfer encoding that the body gets.</summary>
    public string? BodyEncoding { get; init; }

    /// <summary>Outgoing: mailboxes in To, Cc and Bcc together.</summary>
    public int? Recipients { get; init; }

    /// <summary>The attachments, in the message's order.</summary>
    public IReadOnlyList<JudgedAttachment> Attachments { get; init; } = [];

    /// <summary>Which setting decided what.</summary>
    public IReadOnlyList<SettingDecision> Decisions { get; init; } = [];

    /// <summary>What is worth knowing.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Under other settings: what would be different. Null where none were given.</summary>
    public IReadOnlyList<MessageDifference>? Differences { get; init; }

    /// <summary>File and outcome.</summary>
    public override string ToString() => $"{File}: {Outcome}";
}
