using EmailSettings.Core.Findings;
using EmailSettings.Core.Health;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;

namespace EmailSettings.Core.Tests.Presentation;

/// <summary>Pages and objects of health and of tests of servers.</summary>
public sealed class ReportViewsTests
{
    private static readonly Finding Expired = SettingsFindings.SecretClientSecretExpired.At("outgoing.secret", "outgoing.secret", detail: "2026-01-01");

    [Fact]
    public void Health_is_a_row_a_check_and_then_each_finding_with_its_next_step()
    {
        var report = HealthReport.Of([new HealthCheck("Store", CheckStatus.Passed, []), new HealthCheck("Secrets", CheckStatus.Failed, [Expired])]);
        var (status, tone) = (Expired.Severity, Tones.Of(Expired.Severity));

        Assert.Equal(
            $"# Health: {report.Status}\n- Store | Passed [Good]\n- Secrets | Failed [Bad]\n- {status} [{tone}] | {Expired.Id}: {Expired.Cause}\n-  | Next: {Expired.NextStep}",
            PageText.Of(HealthViews.Of(report, Front.PowerShell).Page()));
    }

    [Fact]
    public void Health_tells_programs_of_servers_only_where_they_were_tested()
    {
        var report = HealthReport.Of([new HealthCheck("Store", CheckStatus.Passed, [])]);

        Assert.Equal(["status", "checks"], NamedValues.Of(HealthViews.Of(report, Front.CommandLine).Content));
        Assert.Equal(["status", "checks", "servers"], NamedValues.Of(HealthViews.Of(report.WithServers([Report()], []), Front.CommandLine).Content));
    }

    [Fact]
    public void A_test_shows_problems_first_then_the_stages_then_what_is_worth_knowing()
    {
        var report = Report(new StageReport(TestStage.Connect, CheckStatus.Failed, 120, null, [Expired]), new StageReport(TestStage.Greeting, CheckStatus.Skipped, 0, null, [], "Connect failed"));

        Assert.Equal(
            [
                "# Incoming server 'Sales', imap.example.org:993: Failed (12 s) [Bad]",
                $"- {Expired.Severity} [{Tones.Of(Expired.Severity)}] | {Expired.Id}: {Expired.Cause}",
                $"-  | Next: {Expired.CommandLineStep}",
                "#",
                $"- Connect | Failed [Bad] |    120 ms | {Expired.Id}",
                "- Greeting | Skipped |  | Connect failed",
            ], PageText.Of(ServerTestViews.PageOf(report, isDetailed: false, Front.CommandLine)).Split('\n'));
    }

    [Fact]
    public void A_test_tells_programs_what_was_asked_for_and_no_more()
    {
        Assert.Equal(["kind", "server", "target", "status", "durationMs", "stages"], NamedValues.Of(ServerTestViews.Values(Report(), isDetailed: false, Front.CommandLine)));
        Assert.Equal(
            ["kind", "target", "status", "durationMs", "attempts", "notRepeated", "stages", "transcript", "foundAgain"],
            NamedValues.Of(ServerTestViews.Values(Report() with { Server = null, Attempts = 3, FoundAgain = Report() }, isDetailed: true, Front.CommandLine)));
    }

    [Fact]
    public void Several_tests_are_a_table_by_name()
    {
        var page = ServerTestViews.Summary([Report() with { Server = "b" }, Report() with { Server = "A", Status = CheckStatus.Passed, DurationMs = 9_999 }]);

        Assert.Equal("# 2 servers tested, 1 failed\n- A | Passed [Good] | 9999 ms | \n- b | Failed [Bad] | 12 s | ", PageText.Of(page));
    }

    private static ServerTestReport Report(params StageReport[] stages) => new()
    {
        Kind = TestKind.Incoming,
        Server = "Sales",
        Target = "imap.example.org:993",
        Status = CheckStatus.Failed,
        DurationMs = 12_345,
        Stages = stages,
    };
}
