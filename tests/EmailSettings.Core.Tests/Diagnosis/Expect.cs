using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Reports;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>Assertions on reports.</summary>
internal static class Expect
{
    /// <summary>Asserts that the test failed with this primary finding.</summary>
    public static Finding Primary(ServerTestReport report, string id, TestStage stage)
    {
        Assert.True(report.Primary is not null, $"No error; warnings: {Ids(report)}");
        Assert.True(report.Primary.Id == id, $"{report.Primary.Id}: {report.Primary.Cause} [{report.Primary.ServerText}]");
        Assert.Equal(CheckStatus.Failed, report.Status);
        Assert.Equal(CheckStatus.Failed, Stage(report, stage).Status);
        Assert.Contains(report.Primary, Stage(report, stage).Findings);
        return report.Primary;
    }

    /// <summary>Asserts that the stage has this finding, which is not an error.</summary>
    public static Finding Noted(ServerTestReport report, string id, TestStage stage, Severity severity = Severity.Warning)
    {
        var finding = Stage(report, stage).Findings.FirstOrDefault(finding => finding.Id == id);
        Assert.True(finding is not null, $"Not {id}: {Ids(report)}");
        Assert.Equal(severity, finding.Severity);
        return finding;
    }

    public static StageReport Stage(ServerTestReport report, TestStage stage) => Assert.Single(report.Stages, one => one.Stage == stage);

    public static void Skipped(ServerTestReport report, params TestStage[] stages) => Assert.All(stages, stage =>
    {
        Assert.Equal(CheckStatus.Skipped, Stage(report, stage).Status);
        Assert.NotNull(Stage(report, stage).SkipReason);
    });

    public static void Passed(ServerTestReport report, params TestStage[] stages) => Assert.All(stages, stage =>
        Assert.True(Stage(report, stage).Status == CheckStatus.Passed, $"{stage}: {Stage(report, stage).Status}; {Ids(report)}"));

    private static string Ids(ServerTestReport report) => string.Join("; ", report.Findings.Select(finding => $"{finding.Id} ({finding.Cause})"));
}
