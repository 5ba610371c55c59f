using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Judging;

/// <summary>Counts over all messages of a test.</summary>
public sealed record MessageSummary
{
    /// <summary>Messages.</summary>
    public int Messages { get; init; }

    /// <summary>Taken, or sent.</summary>
    public int Kept { get; init; }

    /// <summary>Taken without body and attachments.</summary>
    public int BodyDropped { get; init; }

    /// <summary>Not taken, or not sent.</summary>
    public int Refused { get; init; }

    /// <summary>Attachments that go to the folder.</summary>
    public int ToFolder { get; init; }

    /// <summary>Attachments that go to the database.</summary>
    public int ToDatabase { get; init; }

    /// <summary>Sizes of all messages together.</summary>
    public long Bytes { get; init; }

    /// <summary>Files in folders that are no mail.</summary>
    public int NotMail { get; init; }

    /// <summary>Messages that would be treated differently; null where nothing was compared.</summary>
    public int? Different { get; init; }

    /// <summary>A message is refused, or something is wrong with one, or one would be treated differently.</summary>
    public bool Objects { get; init; }

    /// <summary>The counts with one message more.</summary>
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
