using System.Globalization;
using System.Text.Json;
using EmailSettings.Cli.Output;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.ServerTests.Reports;

namespace EmailSettings.Cli.Views;

/// <summary>Reports of server tests.</summary>
internal static class ServerTestViews
{
    /// <summary>A report as JSON, the same in every front.</summary>
    public static Action<Utf8JsonWriter> Json(ServerTestReport report, bool isDetailed) => json => ServerTestReportJson.Write(json, report, isDetailed);

    /// <summary>A report as a page: the findings, the primary one first, then a row a stage.</summary>
    public static void Write(TextPage page, ServerTestReport report, bool isDetailed)
    {
        page.Heading($"{report.Title}: {report.Status} ({Time(report.DurationMs)})", Tones.Of(report.Status));
        if (report.Repetition is { } repetition) page.Line(repetition);
        foreach (var finding in report.Findings.Where(finding => finding.Severity > Severity.Info).OrderByDescending(finding => finding.Severity)) Write(page, finding);
        var stages = new Table();
        foreach (var stage in report.Stages)
        {
            var isSkipped = stage.Status == CheckStatus.Skipped;
            stages.Add(
                Cell.Of(stage.Stage), Cell.Of(stage.Status, isSkipped ? Tone.Plain : Tones.Of(stage.Status)),
                Cell.Of(isSkipped ? "" : $"{stage.DurationMs.ToString(CultureInfo.InvariantCulture),6} ms"), Cell.Of(stage.Summary));
        }
        page.Line("").Add(stages);
        foreach (var finding in report.Findings.Where(finding => finding.Severity == Severity.Info)) Write(page, finding);
        if (isDetailed) WriteDetails(page, report);
        if (report.FoundAgain is { } found) Write(page, found, isDetailed);
    }

    /// <summary>Several reports as a table.</summary>
    public static void WriteSummary(TextPage page, IReadOnlyList<ServerTestReport> reports)
    {
        var table = new Table();
        foreach (var report in reports.OrderBy(report => report.Server, StringComparer.OrdinalIgnoreCase))
        {
            table.Add(
                Cell.Of(report.Server ?? report.Target), Cell.Of(report.Status, Tones.Of(report.Status)),
                Cell.Of(Time(report.DurationMs)), Cell.Of(report.Primary?.Id ?? ""));
        }
        var failed = reports.Count(report => report.Status == CheckStatus.Failed);
        page.Heading($"{reports.Count} servers tested, {failed} failed").Add(table);
    }

    private static void Write(TextPage page, Finding finding)
    {
        var table = new Table()
            .Add(Cell.Of(finding.Severity, Tones.Of(finding.Severity)), Cell.Of($"{finding.Id}: {finding.Cause}"))
            .Add(Cell.Of(""), Cell.Of($"Next: {finding.CommandLineStep}"));
        if (finding.ServerText is { Length: > 0 } text) table.Add(Cell.Of(""), Cell.Of($"Server: {text}"));
        page.Add(table);
    }

    private static void WriteDetails(TextPage page, ServerTestReport report)
    {
        foreach (var stage in report.Stages.Where(stage => stage.FactLines.Count > 0))
        {
            var table = new Table();
            foreach (var line in stage.FactLines) table.Add(Cell.Of(line));
            page.Heading(stage.Stage.ToString()).Add(table);
        }
        if (report.Transcript.Count == 0) return;
        var transcript = new Table();
        foreach (var line in report.Transcript)
            transcript.Add(Cell.Of($"{line.At.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture),6} ms"), Cell.Of(line.Direction), Cell.Of(line.Text));
        page.Heading("Transcript").Add(transcript);
    }

    private static string Time(long milliseconds) =>
        milliseconds < 10_000 ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds} ms") : string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000} s");
}
