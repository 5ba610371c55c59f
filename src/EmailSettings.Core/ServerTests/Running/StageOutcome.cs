using EmailSettings.Core.Findings;
using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>The outcome of a stage.</summary>
/// <param name="Facts">The facts; null if none.</param>
/// <param name="Findings">The findings.</param>
internal sealed record StageOutcome(FactRecord? Facts, params IReadOnlyList<Finding> Findings);
