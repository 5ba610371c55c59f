using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Health;

/// <summary>One check of the health of everything.</summary>
/// <param name="Check">What was looked at: <c>Store</c>, <c>Settings</c>, <c>Certificate</c>, <c>Secrets</c>.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Findings">What was found.</param>
public sealed record HealthCheck(string Check, CheckStatus Status, IReadOnlyList<Finding> Findings)
{
    /// <summary>Check and status: a list of checks reads well.</summary>
    public override string ToString() => $"{Check} {Status}";
}
