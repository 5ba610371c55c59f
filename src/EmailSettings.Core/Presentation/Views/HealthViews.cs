using EmailSettings.Core.Health;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>Views of the health report.</summary>
public static class HealthViews
{
    /// <summary>Shows a row for each check, then the findings.</summary>
    public static View Of(HealthReport report, Front front) => new(Values(report, front), () => AddTo(new Page(), report, front));

    /// <summary>Returns a report as an object.</summary>
    internal static IReadOnlyList<NamedValue> Values(HealthReport report, Front front) =>
    [
        new("status", report.Status),
        new("checks", report.Checks.Select(check => (NamedValue[])
        [
            new("check", check.Check), new("status", check.Status), new("findings", check.Findings.Select(finding => FindingViews.ValuesWithServer(finding, front))),
        ])),
        .. report.Servers is { } servers ? [new("servers", servers.Select(server => ServerTestViews.Values(server, isDetailed: false, front)))] : (NamedValue[])[],
    ];

    /// <summary>Adds a report to a page.</summary>
    internal static Page AddTo(Page page, HealthReport report, Front front)
    {
        var checks = new Table();
        var findings = new Table();
        foreach (var check in report.Checks)
        {
            checks.Add(Cell.Of(check.Check), Cell.Of(check.Status, Tones.Of(check.Status)));
            foreach (var finding in check.Findings) findings.Add(finding, front);
        }
        return page.Heading($"Health: {report.Status}").Add(checks).Add(findings);
    }
}
