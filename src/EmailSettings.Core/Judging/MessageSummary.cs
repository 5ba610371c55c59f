using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Judging;

/// <summary>The counts of a message test.</summary>
public sealed record MessageSummary
{
    /// <summary>The number of messages.</summary>
    public int Messages { get; init; }

    /// <summary>Messages accepted or sent.</summary>
    public int Kept { get; init; }

    /// <summary>Messages accepted without body and attachments.</summary>
    public int BodyDropped { get; init; }

    /// <summary>Messages not accepted or not sent.</summary>
    public int Refused { get; init; }

    /// <summary>Attachments stored in the folder.</summary>
    public int ToFolder { get; init; }

    /// <summary>Attachments stored in the database.</summary>
    public int ToDatabase { get; init; }

    /// <summary>The total size of all messages.</summary>
    public long Bytes { get; init; }

    /// <summary>Files in folders that are not mails.</summary>
    public int NotMail { get; init; }

    /// <summary>Messages that would be treated differently; null if nothing was compared.</summary>
    public int? Different { get; init; }

    /// <summary>Whether a message is refused, has findings, or would be treated differently.</summary>
    public bool Objects { get; init; }

    /// <summary>Returns the counts including another message.</summary>
    internal MessageSummary With(JudgedMessage message) => this with
    {
        Messages = Messages + 1,
        Kept = Kept + (message.Outcome == MessageOutcome.Kept ? 1 : 0),
        BodyDropped = BodyDropped + (message.Outcome == MessageOutcome.BodyDropped ? 1 : 0),
        Refused = Refused + (message.Outcome == MessageOutcome.Refused ? 1 : 0),
        ToFolder = ToFolder + message.Attachments.Count(attachment => attachment.GoesTo == AttachmentPlace.Folder),
        ToDatabase = ToDatabase + message.Attachments.Count(attachment => attachment.GoesTo == AttachmentPlace.Database),
        Bytes = Bytes + message.SizeBytes,
        Different = Different + (message.Differences is { Count: > 0 } ? 1 : 0),
        Objects = Objects || message.Outcome == MessageOutcome.Refused || message.Differences is { Count: > 0 }
            || message.Findings.Any(finding => finding.Severity == Severity.Error),
    };
}
