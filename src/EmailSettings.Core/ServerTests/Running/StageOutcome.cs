using EmailSettings.Core.Findings;
using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>What a stage gave.</summary>
/// <param name="Facts">What it learned; null for nothing.</param>
/// <param name="Findings">What it found.</param>
internal sealed record StageOutcome(FactRecord? Facts, params IReadOnlyList<Finding> Findings);
