using System.Management.Automation;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Health;
using EmailSettings.Core.Operations;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Documents;

/// <summary>Checks the health of the store, the settings, the certificate, the secrets, and on request the servers.</summary>
[Cmdlet(VerbsDiagnostic.Test, "EmailSettings")]
[OutputType(typeof(HealthReport), typeof(bool))]
public sealed class TestEmailSettingsCommand : WaitingCmdlet, IAnswersQuietly
{
    /// <summary>The number of days before expiry at which certificates and client secrets cause a warning.</summary>
    [Parameter]
    [ValidateRange(0, ExpiryWarning.MaxDaysBefore)]
    [WholeNumber]
    public int DaysBefore { get; set; } = ExpiryWarning.DaysBefore;

    /// <summary>Tests the enabled outgoing server and the incoming servers as well.</summary>
    [Parameter]
    public SwitchParameter Servers { get; set; }

    /// <summary>The maximum number of servers tested at a time.</summary>
    [Parameter]
    [ValidateRange(1, ServerTestLimits.MaxThrottle)]
    [WholeNumber]
    public int ThrottleLimit { get; set; } = ServerTestLimits.DefaultThrottle;

    /// <summary>Returns a Boolean: true if no check failed.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override void Run()
    {
        var health = Session.Health.Check(DaysBefore);
        if (Servers)
        {
            var session = Session;
            Wait(async () => health = await WithServersAsync(session, health).ConfigureAwait(false));
        }
        WriteObject(Quiet ? health.Status != CheckStatus.Failed : health);
    }

    private async Task<HealthReport> WithServersAsync(EmailSettingsSession session, HealthReport health)
    {
        var tests = session.Tests.FindStoredTests();
        var reports = new List<ServerTestReport>();
        await foreach (var report in session.Tests.TestAsync(tests.Settings, tests.Requests, ThrottleLimit, Cancellation).ConfigureAwait(false))
        {
            reports.Add(report);
            ShownRecords.OfReport(report);
            OperationHost.Progress("Testing mail servers", reports.Count, tests.Requests.Count);
        }
        return health.WithServers(reports, tests.Skipped);
    }
}
