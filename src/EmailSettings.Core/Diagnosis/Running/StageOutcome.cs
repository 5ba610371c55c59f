using EmailSettings.Core.Diagnosis.Facts;

namespace EmailSettings.Core.Diagnosis.Running;

/// <summary>What a stage gave.</summary>
/// <param name="Facts">What it learned; null for nothing.</param>
/// <param name="Findings">What it found.</param>
internal sealed record StageOutcome(StageFacts? Facts, params IReadOnlyList<Finding> Findings);
