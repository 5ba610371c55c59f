using System.Globalization;
using System.Text.Json;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Reports;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>Views of server tests.</summary>
public static class ServerTestViews
{
    /// <summary>Returns a report as an object; with details, it includes the transcript.</summary>
    public static IReadOnlyList<NamedValue> Values(ServerTestReport report, bool isDetailed, Front front) =>
    [
        new("kind", JsonNamingPolicy.CamelCase.ConvertName(report.Kind.ToString())),
        .. report.Server is { } server ? [new("server", server)] : (NamedValue[])[],
        new("target", report.Target),
        new("status", report.Status),
        new("durationMs", report.DurationMs),
        .. report.Repetition is null ? (NamedValue[])[] : [new("attempts", report.Attempts), new("notRepeated", report.NotRepeated)],
        new("stages", report.Stages.Select(stage => Values(stage, front))),
        .. isDetailed ? [new("transcript", Transcript(report))] : (NamedValue[])[],
        .. report.FoundAgain is { } found ? [new("foundAgain", Values(found, isDetailed, front))] : (NamedValue[])[],
    ];

    /// <summary>
    /// Shows the findings, the primary one first, then a row for each stage; with details, also the facts and the transcript.
    /// </summary>
    public static Page PageOf(ServerTestReport report, bool isDetailed, Front front) => AddTo(new Page(), report, isDetailed, front);

    /// <summary>Summarizes several reports in a table.</summary>
    public static Page Summary(IReadOnlyList<ServerTestReport> reports)
    {
        var table = new Table();
        foreach (var report in reports.OrderBy(report => report.Server, StringComparer.OrdinalIgnoreCase))
        {
            table.Add(
                Cell.Of(report.Server ?? report.Target), Cell.Of(report.Status, Tones.Of(report.Status)),
                Cell.Of(Durations.Of(report.DurationMs)), Cell.Of(report.Primary?.Id ?? ""));
        }
        var failed = reports.Count(report => report.Status == CheckStatus.Failed);
        return new Page().Heading($"{reports.Count} servers tested, {failed} failed").Add(table);
    }

    private static NamedValue[] Values(StageReport stage, Front front) =>
    [
        new("stage", stage.Stage),
        new("status", stage.Status),
        new("durationMs", stage.DurationMs),
        .. stage.SkipReason is { } reason ? [new("skipReason", reason)] : (NamedValue[])[],
        new("facts", FactValues.Of(stage.Facts)),
        new("findings", stage.Findings.Select(finding => FindingViews.ValuesWithServer(finding, front))),
    ];

    private static IEnumerable<NamedValue[]> Transcript(ServerTestReport report) =>
        report.Transcript.Select(line => (NamedValue[])[new("atMs", (long)line.At.TotalMilliseconds), new("from", line.Direction), new("text", line.Text)]);

    private static Page AddTo(Page page, ServerTestReport report, bool isDetailed, Front front)
    {
        page.Heading($"{report.Title}: {report.Status.ToString()} ({Durations.Of(report.DurationMs)})", Tones.Of(report.Status));
        if (report.Repetition is { } repetition) page.Line(repetition);
        AddFindings(Severity.Error);
        AddFindings(Severity.Warning);
        page.Break().Add(Stages(report));
        AddFindings(Severity.Info);
        if (isDetailed) AddDetails(page, report);
        return report.FoundAgain is { } found ? AddTo(page, found, isDetailed, front) : page;

        void AddFindings(Severity severity)
        {
            foreach (var finding in report.Findings.Where(finding => finding.Severity == severity)) page.Add(TableOf(finding, front));
        }
    }

    private static Table Stages(ServerTestReport report)
    {
        var stages = new Table();
        foreach (var stage in report.Stages)
        {
            var time = stage.Status == CheckStatus.Skipped ? "" : Milliseconds(stage.DurationMs.ToString(CultureInfo.InvariantCulture));
            stages.Add(Cell.Of(stage.Stage), Cell.Of(stage.Status, Tones.Of(stage.Status)), Cell.Of(time), Cell.Of(stage.Summary));
        }
        return stages;
    }

    private static Table TableOf(Finding finding, Front front)
    {
        var table = new Table().Add(finding, front);
        return finding.ServerText is { Length: > 0 } text ? table.Add(Cell.Of(""), Cell.Of($"Server: {text}")) : table;
    }

    private static void AddDetails(Page page, ServerTestReport report)
    {
        foreach (var stage in report.Stages.Where(stage => stage.FactLines.Count > 0))
        {
            var facts = new Table();
            foreach (var line in stage.FactLines) facts.Add(Cell.Of(line));
            page.Heading(stage.Stage.ToString()).Add(facts);
        }
        if (report.Transcript.Count == 0) return;
        var transcript = new Table();
        foreach (var line in report.Transcript)
            transcript.Add(Cell.Of(Milliseconds(line.At.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture))), Cell.Of(line.Direction), Cell.Of(line.Text));
        page.Heading("Transcript").Add(transcript);
    }

    private static string Milliseconds(string number) => $"{number,6} ms";
}
