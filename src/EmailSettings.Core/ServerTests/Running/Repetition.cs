using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Reports;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>Decides whether a test is run once more.</summary>
internal static class Repetition
{
    /// <summary>Why a test is not run again; null where it is.</summary>
    /// <param name="report">What it gave.</param>
    /// <param name="retry">What was asked for.</param>
    /// <param name="attempts">How often it was run.</param>
    public static string? WhyNot(ServerTestReport report, TestRetry retry, int attempts)
    {
        var primary = report.Primary!;
        // Once a message has gone, nobody but a person should send it again.
        if (report.Stages.Any(stage => stage.Stage == TestStage.Message && stage.Status != CheckStatus.Skipped)) return "the message may have been accepted";
        if (!primary.Code.MayPass) return $"{primary.Id} does not pass by waiting";
        return attempts > retry.Count ? "this was the last time" : null;
    }
}
