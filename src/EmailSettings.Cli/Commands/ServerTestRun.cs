using EmailSettings.Core.Findings;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;

namespace EmailSettings.Cli.Commands;

/// <summary>Runs server tests and shows each report as it completes.</summary>
/// <param name="call">The call.</param>
/// <param name="isDetailed">Whether all facts and the transcript are shown.</param>
internal sealed class ServerTestRun(Call call, bool isDetailed = false)
{
    /// <summary>Shows pages as reports complete, with a table of all at the end; or one JSON document.</summary>
    public int Show(TestedSettings settings, IReadOnlyCollection<ServerTestRequest> requests, int throttleLimit)
    {
        var isAlone = requests.Count == 1;
        var reports = Collect(settings, requests, throttleLimit, report => call.ShowPage(() => ServerTestViews.PageOf(report, isDetailed, Front.CommandLine)));
        var code = reports.Exists(report => report.Status == CheckStatus.Failed) ? ExitCode.CheckFailed : ExitCode.Done;
        var contents = reports.Select(report => ServerTestViews.Values(report, isDetailed, Front.CommandLine));
        return call.Show(isAlone ? new View(contents.Single(), () => new Page()) : new View(contents, () => ServerTestViews.Summary(reports)), code);
    }

    /// <summary>Returns the reports in the order of completion.</summary>
    public List<ServerTestReport> Collect(TestedSettings settings, IReadOnlyCollection<ServerTestRequest> requests, int throttleLimit, Action<ServerTestReport>? finished = null) =>
        CollectAsync(settings, requests, throttleLimit, finished).GetAwaiter().GetResult();

    private async Task<List<ServerTestReport>> CollectAsync(TestedSettings settings, IReadOnlyCollection<ServerTestRequest> requests, int throttleLimit, Action<ServerTestReport>? finished)
    {
        var reports = new List<ServerTestReport>();
        await foreach (var report in call.Session.Tests.TestAsync(settings, requests, throttleLimit, call.Host.Cancellation).ConfigureAwait(false))
        {
            reports.Add(report);
            foreach (var stage in report.Stages) call.Host.Verbose($"{report.Title}: {stage.Stage} {stage.Status}, {stage.Summary}");
            finished?.Invoke(report);
            call.Host.Progress("servers tested", reports.Count, requests.Count);
        }
        return reports;
    }
}
