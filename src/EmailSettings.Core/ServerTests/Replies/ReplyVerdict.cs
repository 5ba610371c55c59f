using EmailSettings.Core.Findings;

namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>The finding for a meaning.</summary>
/// <param name="Code">The finding.</param>
/// <param name="Step">The next step for the situation; null for the finding's own, by provider.</param>
/// <param name="Value">The value of the finding.</param>
/// <param name="Detail">The detail of the finding.</param>
internal sealed record ReplyVerdict(FindingCode Code, string? Step = null, string? Value = null, string? Detail = null)
{
    /// <summary>Returns the next step.</summary>
    public string StepFor(ReplyContext knowledge) => Step ?? Code.StepFor(knowledge.Provider, knowledge.UsesToken);
}
