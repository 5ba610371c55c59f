using EmailSettings.Core.Findings;

namespace EmailSettings.Core.ServerTests.Planning;

/// <summary>Creates findings whose next step depends on the plan.</summary>
internal static class PlanFindings
{
    /// <summary>Creates an occurrence with the next step for the tested provider.</summary>
    /// <param name="code">The finding code.</param>
    /// <param name="plan">The test plan, with provider and authentication.</param>
    /// <param name="value">The value of the finding.</param>
    /// <param name="detail">The detail of the finding.</param>
    /// <param name="limit">The limit of the finding.</param>
    /// <param name="serverText">The server's text, as received.</param>
    public static Finding For(
        this FindingCode code, ServerTestPlan plan, string? value = null, string? detail = null, string? limit = null, string? serverText = null) =>
        code.At(value: value, limit: limit, detail: detail, serverText: serverText) with { StepTemplate = code.StepFor(plan.Provider, plan.UsesToken) };
}
