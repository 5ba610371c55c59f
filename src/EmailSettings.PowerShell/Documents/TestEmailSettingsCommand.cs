using System.Management.Automation;
using EmailSettings.Core.Health;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Documents;

/// <summary>Looks at the health of everything: store, settings, certificate, secrets, and on request the servers.</summary>
[Cmdlet(VerbsDiagnostic.Test, "EmailSettings")]
[OutputType(typeof(HealthReport))]
public sealed class TestEmailSettingsCommand : EmailSettingsCmdlet
{
    /// <summary>Certificates and client secrets that end within so many days are warnings.</summary>
    [Parameter]
    [ValidateRange(0, 36500)]
    public int DaysBefore { get; set; } = 30;

    /// <summary>Tests the enabled outgoing server and the incoming servers as well.</summary>
    [Parameter]
    public SwitchParameter Servers { get; set; }

    /// <summary>At most so many servers are tested at a time.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int ThrottleLimit { get; set; } = 20;

    private protected override void Run()
    {
        var health = Session.Health.Check(DaysBefore);
        WriteObject(Servers ? WithServers(health) : health);
    }

    private HealthReport WithServers(HealthReport health)
    {
        var tests = Session.Tests.FindStoredTests();
        var reports = new List<ServerTestReport>();
        new PipelineQueue().ForEach(stop => Session.Tests.TestAsync(tests.Settings, tests.Requests, ThrottleLimit, stop), report =>
        {
            reports.Add(report);
            OperationHost.Progress("Testing mail servers", reports.Count, tests.Requests.Count);
        }, Cancellation);
        return health.WithServers(reports, tests.Skipped);
    }
}
