using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Health;

/// <summary>One check of a health report.</summary>
/// <param name="Check">What was checked: <c>Store</c>, <c>Settings</c>, <c>Certificate</c>, <c>Secrets</c>.</param>
/// <param name="Status">The outcome.</param>
/// <param name="Findings">The findings.</param>
public sealed record HealthCheck(string Check, CheckStatus Status, IReadOnlyList<Finding> Findings)
{
    /// <summary>Returns check and status, for lists of checks.</summary>
    public override string ToString() => $"{Check} {Status}";
}
