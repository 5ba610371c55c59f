using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Reports;

/// <summary>One stage of a test.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Status">The outcome.</param>
/// <param name="DurationMs">The duration in milliseconds.</param>
/// <param name="Facts">The facts; null if none.</param>
/// <param name="Findings">The findings.</param>
/// <param name="SkipReason">Why it was skipped; null if it was not.</param>
public sealed record StageReport(
    TestStage Stage, CheckStatus Status, long DurationMs, FactRecord? Facts, IReadOnlyList<Finding> Findings, string? SkipReason = null)
{
    /// <summary>A one-line summary of findings or facts, for tables.</summary>
    public string Summary => StageSummary.Of(this);

    /// <summary>All facts as <c>name: value</c>, for details; nested facts as <c>name.part: value</c>.</summary>
    public IReadOnlyList<string> FactLines => Facts is null ? [] : FactText.Lines(Facts);

    /// <summary>Returns stage and status, for lists of stages.</summary>
    public override string ToString() => $"{Stage} {Status}";
}
