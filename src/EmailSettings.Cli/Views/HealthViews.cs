using EmailSettings.Cli.Output;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Health;
using EmailSettings.Core.Presentation;

namespace EmailSettings.Cli.Views;

/// <summary>Health of everything.</summary>
internal static class HealthViews
{
    public static View Of(HealthReport report) => new(Rows(report), page => Write(page, report));

    /// <summary>A report as an object.</summary>
    public static IReadOnlyList<Row> Rows(HealthReport report)
    {
        List<Row> rows =
        [
            new("status", report.Status.ToString()),
            new("checks", report.Checks.Select(check => (Row[])
            [
                new("check", check.Check), new("status", check.Status.ToString()), new("findings", check.Findings.Select(Rows)),
            ])),
        ];
        if (report.Servers is { } servers) rows.Add(new("servers", servers.Select(server => ServerTestViews.Json(server, isDetailed: false))));
        return rows;
    }

    /// <summary>A report as a page: a row a check, then what they found.</summary>
    public static void Write(TextPage page, HealthReport report)
    {
        var checks = new Table();
        var findings = new Table();
        foreach (var check in report.Checks)
        {
            checks.Add(Cell.Of(check.Check), Cell.Of(check.Status, Tones.Of(check.Status)));
            foreach (var finding in check.Findings)
            {
                findings.Add(Cell.Of(finding.Severity, Tones.Of(finding.Severity)), Cell.Of($"{finding.Id}: {finding.Cause}"));
                findings.Add(Cell.Of(""), Cell.Of($"Next: {finding.CommandLineStep}"));
            }
        }
        page.Heading($"Health: {report.Status}").Add(checks).Add(findings);
    }

    /// <summary>What a report says to the shell: warnings pass.</summary>
    public static int CodeOf(CheckStatus status) => status == CheckStatus.Failed ? ExitCode.CheckFailed : ExitCode.Done;

    private static IReadOnlyList<Row> Rows(Finding finding) =>
    [
        new("id", finding.Id), new("severity", finding.Severity.ToString()), new("cause", finding.Cause),
        new("nextStep", finding.CommandLineStep), new("serverText", finding.ServerText),
    ];
}
