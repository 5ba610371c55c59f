using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Reports;

/// <summary>One stage of a test.</summary>
/// <param name="Stage">Which one.</param>
/// <param name="Status">How it ended.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
/// <param name="Facts">What it learned; null for nothing.</param>
/// <param name="Findings">What it found.</param>
/// <param name="SkipReason">Why it was skipped; null where it was not.</param>
public sealed record StageReport(
    TestStage Stage, CheckStatus Status, long DurationMs, FactRecord? Facts, IReadOnlyList<Finding> Findings, string? SkipReason = null)
{
    /// <summary>One line for a table: what was found, else what was learned.</summary>
    public string Summary => StageSummary.Of(this);

    /// <summary>
    /// Every fact as <c>name: value</c>, for those who ask for details; facts of facts as <c>name.part: value</c>.
    /// </summary>
    public IReadOnlyList<string> FactLines => Facts is null ? [] : FactText.Lines(Facts);

    /// <summary>Stage and status: a list of stages reads well.</summary>
    public override string ToString() => $"{Stage} {Status}";
}
