using EmailSettings.Core.Findings;
using EmailSettings.Mail.Transcripts;

namespace EmailSettings.Core.ServerTests.Reports;

/// <summary>
/// The result of a server test: whether it works, if not why, and what to do next. Contains no secrets; external texts are
/// escaped.
/// </summary>
public sealed record ServerTestReport
{
    /// <summary>The kind of test.</summary>
    public required TestKind Kind { get; init; }

    /// <summary>The name of the incoming server; null for the outgoing one and for a mailbox without settings.</summary>
    public string? Server { get; init; }

    /// <summary><c>host:port</c>, or the host of Microsoft Graph; empty if unknown.</summary>
    public required string Target { get; init; }

    /// <summary>Failed if there is an error, Warning if there is a warning, otherwise Passed.</summary>
    public required CheckStatus Status { get; init; }

    /// <summary>The duration of the whole test, in milliseconds.</summary>
    public required long DurationMs { get; init; }

    /// <summary>The stages, in order.</summary>
    public required IReadOnlyList<StageReport> Stages { get; init; }

    /// <summary>The session transcript on request, with secrets redacted and control characters escaped.</summary>
    public IReadOnlyList<TranscriptLine> Transcript { get; init; } = [];

    /// <summary>The test that searched for a sent message; null if none was searched.</summary>
    public ServerTestReport? FoundAgain { get; init; }

    /// <summary>The number of runs; the report is that of the last one.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>
    /// Why a failed test was not repeated again, as the end of a sentence; null if it passed or no repetition was requested.
    /// </summary>
    public string? NotRepeated { get; init; }

    /// <summary>How often it was run and why not again, as a sentence; null if no repetition was requested or needed.</summary>
    public string? Repetition => (Attempts, NotRepeated) switch
    {
        (1, null) => null,
        (1, { } why) => $"Not repeated: {why}.",
        (_, null) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Run {Attempts} times."),
        (_, { } why) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Run {Attempts} times, and not again: {why}."),
    };

    /// <summary>The tested server, for headings: <c>Incoming server 'Sales', imap.example.org:993</c>.</summary>
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

    /// <summary>The most important finding: the first error in stage order; null if there is none.</summary>
    public Finding? Primary => Findings.FirstOrDefault(finding => finding.Severity == Severity.Error);
}
