using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Judging;

/// <summary>What happens to a message under the settings.</summary>
public sealed record JudgedMessage
{
    /// <summary>The file, followed by <c>#</c> and the message's number for an mbox file; <c>-</c> for standard input.</summary>
    public required string File { get; init; }

    /// <summary>The direction that was tested.</summary>
    public required MessageDirection Direction { get; init; }

    /// <summary>The outcome.</summary>
    public required MessageOutcome Outcome { get; init; }

    /// <summary>The size in bytes: of the file for an incoming message, as transmitted for an outgoing one.</summary>
    public long SizeBytes { get; init; }

    /// <summary>The subject, with control characters escaped; null if there is none.</summary>
    public string? Subject { get; init; }

    /// <summary>Whether a body text was found; null if not examined.</summary>
    public bool? BodyFound { get; init; }

    /// <summary>Incoming: the text that replaces the body; null if the body is used.</summary>
    public string? ErrorText { get; init; }

    /// <summary>Outgoing: the transfer encoding of the body.</summary>
    public string? BodyEncoding { get; init; }

    /// <summary>Outgoing: the number of recipients in To, Cc and Bcc together.</summary>
    public int? Recipients { get; init; }

    /// <summary>The attachments, in the order of the message.</summary>
    public IReadOnlyList<JudgedAttachment> Attachments { get; init; } = [];

    /// <summary>The settings that determined the outcome.</summary>
    public IReadOnlyList<SettingDecision> Decisions { get; init; } = [];

    /// <summary>The findings.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What would be different under the other settings; null if none were given.</summary>
    public IReadOnlyList<MessageDifference>? Differences { get; init; }

    /// <summary>Returns file and outcome.</summary>
    public override string ToString() => $"{File}: {Outcome}";
}
