using EmailSettings.Core.Findings;
using EmailSettings.Mail.Transcripts;

namespace EmailSettings.Core.ServerTests.Reports;

/// <summary>
/// What a test of a server found: does it work, if not why, and what to do next. Holds no secret; texts from outside are escaped.
/// </summary>
public sealed record ServerTestReport
{
    /// <summary>What was tested.</summary>
    public required TestKind Kind { get; init; }

    /// <summary>Name of the incoming server; null for the outgoing one and for a mailbox without settings.</summary>
    public string? Server { get; init; }

    /// <summary><c>host:port</c>, or the host of Microsoft Graph; empty where no host is known.</summary>
    public required string Target { get; init; }

    /// <summary>Failed by any error, Warning by any warning, else Passed.</summary>
    public required CheckStatus Status { get; init; }

    /// <summary>How long the whole test took, in milliseconds.</summary>
    public required long DurationMs { get; init; }

    /// <summary>The stages, in order.</summary>
    public required IReadOnlyList<StageReport> Stages { get; init; }

    /// <summary>
    /// Everything that was said, secrets taken out and control characters escaped; for those who ask to see it.
    /// </summary>
    public IReadOnlyList<TranscriptLine> Transcript { get; init; } = [];

    /// <summary>The test that looked for a sent message; null where none was looked for.</summary>
    public ServerTestReport? FoundAgain { get; init; }

    /// <summary>How often the test was run; the report is that of the last time.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>
    /// Why a test that failed was not repeated once more, as the end of a sentence; null where it passed, or where no repetition
    /// was asked for.
    /// </summary>
    public string? NotRepeated { get; init; }

    /// <summary>
    /// How often it was run and why not once more, as a sentence; null where no repetition was asked for, and where none was
    /// needed.
    /// </summary>
    public string? Repetition => (Attempts, NotRepeated) switch
    {
        (1, null) => null,
        (1, { } why) => $"Not repeated: {why}.",
        (_, null) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Run {Attempts} times."),
        (_, { } why) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Run {Attempts} times, and not again: {why}."),
    };

    /// <summary>What was tested, for a heading: <c>Incoming server 'Sales', imap.example.org:993</c>.</summary>
    public string Title
    {
        get
        {
            var what = Kind == TestKind.Outgoing ? "Outgoing server" : Server is null ? "Mailbox" : $"Incoming server '{Server}'";
            return Target.Length == 0 ? what : $"{what}{(Server is null ? "" : ",")} {Target}";
        }
    }

    /// <summary>All findings, in stage order.</summary>
    public IReadOnlyList<Finding> Findings => Stages.SelectMany(stage => stage.Findings).ToList();

    /// <summary>The finding a person reads first: the first error in stage order; null where there is none.</summary>
    public Finding? Primary => Findings.FirstOrDefault(finding => finding.Severity == Severity.Error);
}
