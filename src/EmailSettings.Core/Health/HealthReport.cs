using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;

namespace EmailSettings.Core.Health;

/// <summary>The health of the settings, their store, the certificate and the secrets, and on request of the servers.</summary>
/// <param name="Status">The worst status of the checks.</param>
/// <param name="Checks">The checks, in order.</param>
public sealed record HealthReport(CheckStatus Status, IReadOnlyList<HealthCheck> Checks)
{
    /// <summary>The whole reports of the servers; null where none was asked for.</summary>
    public IReadOnlyList<ServerTestReport>? Servers { get; init; }

    /// <summary>Sums checks up. The list is one that scripts can index, which those of collection expressions are not.</summary>
    public static HealthReport Of(IReadOnlyList<HealthCheck> checks) =>
        new(Finding.StatusOf(checks.SelectMany(check => check.Findings)), checks.ToList());

    /// <summary>This health and that of the servers: a check for each.</summary>
    /// <param name="reports">What was tested.</param>
    /// <param name="skipped">What could not be.</param>
    public HealthReport WithServers(IEnumerable<ServerTestReport> reports, IEnumerable<HealthCheck> skipped)
    {
        var servers = reports.OrderBy(report => report.Kind).ThenBy(report => report.Server, StringComparer.OrdinalIgnoreCase).ToList();
        var checks = servers.Select(report => new HealthCheck(NameOf(report.Kind, report.Server), report.Status, report.Findings.ToList()));
        return Of([.. Checks, .. checks, .. skipped]) with { Servers = servers };
    }

    internal static string NameOf(TestKind kind, string? server) => kind == TestKind.Outgoing ? "OutgoingServer" : $"IncomingServer:{server}";
}
