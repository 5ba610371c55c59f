using EmailSettings.Core.Findings;

namespace EmailSettings.Core.ServerTests.Planning;

/// <summary>Findings whose next step depends on the plan.</summary>
internal static class PlanFindings
{
    /// <summary>An occurrence whose next step is that of the provider under test.</summary>
    /// <param name="code">The row of the table.</param>
    /// <param name="plan">What is tested: it knows the provider and whether a token is used.</param>
    /// <param name="value">What the cause names first.</param>
    /// <param name="detail">What it names second.</param>
    /// <param name="limit">What it names third.</param>
    /// <param name="serverText">The server's words, as received.</param>
    public static Finding For(
        this FindingCode code, ServerTestPlan plan, string? value = null, string? detail = null, string? limit = null, string? serverText = null) =>
        code.At(value: value, limit: limit, detail: detail, serverText: serverText) with { StepTemplate = code.StepFor(plan.Provider, plan.UsesToken) };
}
