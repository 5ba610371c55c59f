namespace EmailSettings.Core.Diagnosis;

/// <summary>The health of the settings, their store, the certificate and the secrets.</summary>
/// <param name="Status">The worst status of the checks.</param>
/// <param name="Checks">The checks, in order.</param>
public sealed record HealthReport(CheckStatus Status, IReadOnlyList<HealthCheck> Checks)
{
    /// <summary>Sums checks up. The list is one that scripts can index, which those of collection expressions are not.</summary>
    public static HealthReport Of(IReadOnlyList<HealthCheck> checks) =>
        new(Finding.StatusOf(checks.SelectMany(check => check.Findings)), checks.ToList());
}
