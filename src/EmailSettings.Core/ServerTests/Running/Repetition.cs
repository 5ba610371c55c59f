using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Reports;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>Decides whether a test is repeated.</summary>
internal static class Repetition
{
    /// <summary>Returns why a test is not repeated; null if it is.</summary>
    /// <param name="report">The last report.</param>
    /// <param name="retry">The requested repetition.</param>
    /// <param name="attempts">The number of runs.</param>
    public static string? WhyNot(ServerTestReport report, TestRetry retry, int attempts)
    {
        var primary = report.Primary!;
        // Once a message may have been sent, only the user should send it again.
        if (report.Stages.Any(stage => stage.Stage == TestStage.Message && stage.Status != CheckStatus.Skipped)) return "the message may have been accepted";
        if (!primary.Code.IsTransient) return $"{primary.Id} is not a temporary failure";
        return attempts > retry.Count ? "this was the last attempt" : null;
    }
}
