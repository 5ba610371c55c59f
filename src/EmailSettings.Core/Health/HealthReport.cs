using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;

namespace EmailSettings.Core.Health;

/// <summary>The health of store, settings, certificate and secrets, and on request of the servers.</summary>
/// <param name="Status">The worst status of the checks.</param>
/// <param name="Checks">The checks, in order.</param>
public sealed record HealthReport(CheckStatus Status, IReadOnlyList<HealthCheck> Checks)
{
    /// <summary>The full reports of the servers; null if not requested.</summary>
    public IReadOnlyList<ServerTestReport>? Servers { get; init; }

    /// <summary>
    /// Combines checks. Uses a real list, since PowerShell scripts cannot index those of collection expressions.
    /// </summary>
    public static HealthReport Of(IReadOnlyList<HealthCheck> checks) =>
        new(Finding.StatusOf(checks.SelectMany(check => check.Findings)), checks.ToList());

    /// <summary>Returns the report with a check added for each server.</summary>
    /// <param name="reports">The reports of the tested servers.</param>
    /// <param name="skipped">The servers that could not be tested.</param>
    public HealthReport WithServers(IEnumerable<ServerTestReport> reports, IEnumerable<HealthCheck> skipped)
    {
        var servers = reports.OrderBy(report => report.Kind).ThenBy(report => report.Server, StringComparer.OrdinalIgnoreCase).ToList();
        var checks = servers.Select(report => new HealthCheck(NameOf(report.Kind, report.Server), report.Status, report.Findings.ToList()));
        return Of([.. Checks, .. checks, .. skipped]) with { Servers = servers };
    }

    internal static string NameOf(TestKind kind, string? server) => kind == TestKind.Outgoing ? "OutgoingServer" : $"IncomingServer:{server}";
}
