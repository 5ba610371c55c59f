using EmailSettings.Core.Diagnosis.Facts;

namespace EmailSettings.Core.Diagnosis;

/// <summary>One stage of a test.</summary>
/// <param name="Stage">Which one.</param>
/// <param name="Status">How it ended.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
/// <param name="Facts">What it learned; null for nothing.</param>
/// <param name="Findings">What it found.</param>
/// <param name="SkipReason">Why it was skipped; null where it was not.</param>
public sealed record StageReport(
    TestStage Stage, CheckStatus Status, long DurationMs, StageFacts? Facts, IReadOnlyList<Finding> Findings, string? SkipReason = null);
