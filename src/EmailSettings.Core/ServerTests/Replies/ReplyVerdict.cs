using EmailSettings.Core.Findings;

namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>The finding that a meaning comes to.</summary>
/// <param name="Code">The finding.</param>
/// <param name="Step">The next step that fits what is known; null for the finding's own, by provider.</param>
/// <param name="Value">What the cause names first.</param>
/// <param name="Detail">What it names second.</param>
internal sealed record ReplyVerdict(FindingCode Code, string? Step = null, string? Value = null, string? Detail = null)
{
    /// <summary>The next step.</summary>
    public string StepFor(ReplyKnowledge knowledge) => Step ?? Code.StepFor(knowledge.Provider, knowledge.UsesToken);
}
