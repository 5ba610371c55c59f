using System.Globalization;
using System.Management.Automation;
using EmailSettings.Core.Documents.Comparing;
using EmailSettings.Core.Judging;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;
using static EmailSettings.PowerShell.Views.PropertyText;

namespace EmailSettings.PowerShell.Views;

/// <summary>Properties for the views of findings, health, server tests, explanations, comparisons and messages.</summary>
internal static class ReportProperties
{
    public static object? StatusOf(PSObject item) => Status(item);

    public static object? FindingHeadline(PSObject finding) => $"{Severity(finding, 9)}{Text(finding, "Id")}: {Text(finding, "Cause")}";

    public static object? FindingHints(PSObject finding) =>
        Is(finding, "ServerText") ? new[] { $"Next: {Text(finding, "NextStep")}", $"Server: {Text(finding, "ServerText")}" } : [$"Next: {Text(finding, "NextStep")}"];

    public static object? CheckName(PSObject check) => Text(check, "Check").PadRight(20);

    public static object? CheckCauses(PSObject check) => Lines(check, "Findings", Cause);

    public static object? CheckCausesInLine(PSObject check) => string.Join("; ", Items(check, "Findings").Select(Cause));

    public static object? StoreStatus(PSObject health) => CheckStatus(health, "Store");

    public static object? SettingsStatus(PSObject health) => CheckStatus(health, "Settings");

    public static object? CertificateStatus(PSObject health) => CheckStatus(health, "Certificate");

    public static object? SecretsStatus(PSObject health) => CheckStatus(health, "Secrets");

    public static object? HealthChecks(PSObject health) => Lines(health, "Checks", check => $"{Text(check, "Check")}: {Text(check, "Status")}");

    public static object? HealthCauses(PSObject health) => string.Join('\n', Items(health, "Checks").SelectMany(check => Items(check, "Findings")).Select(Cause));

    public static object? HealthServers(PSObject health) => Lines(health, "Servers", report => $"{Text(report, "Title")}: {Text(report, "Status")}");

    public static object? TestHeadline(PSObject report) => $"{Text(report, "Title")}: {Status(report)} ({Durations.Of(Number(report, "DurationMs") ?? 0)})";

    public static object? TestProblems(PSObject report) => WithSeverity(report, "Error").Concat(WithSeverity(report, "Warning")).ToArray();

    public static object? TestNotes(PSObject report) => WithSeverity(report, "Info").ToArray();

    public static object? StagesWithFacts(PSObject report) => Items(report, "Stages").Where(stage => Is(stage, "FactLines")).ToArray();

    public static object? TestServer(PSObject report) => Is(report, "Server") ? Text(report, "Server") : Text(report, "Kind") == "Outgoing" ? "(outgoing)" : "";

    public static object? PrimaryId(PSObject report) => Primary(report, "Id");

    public static object? PrimaryCause(PSObject report) => Primary(report, "Cause");

    public static object? PrimaryNextStep(PSObject report) => Primary(report, "NextStep");

    public static object? PrimaryServerText(PSObject report) => Primary(report, "ServerText");

    public static object? TestFindings(PSObject report) => Lines(report, "Findings", FindingLine);

    public static object? TestStages(PSObject report) =>
        Lines(report, "Stages", stage => $"{Text(stage, "Stage")} {Text(stage, "Status")}, {Text(stage, "DurationMs")} ms: {Text(stage, "Summary")}");

    public static object? TranscriptLength(PSObject report) => $"{Digits(Items(report, "Transcript").Count())} lines";

    public static object? TranscriptHeading(PSObject report) => Items(report, "Transcript").Any() ? "Transcript" : null;

    public static object? StageLine(PSObject stage)
    {
        var time = Text(stage, "Status") == "Skipped" ? "" : $"{Text(stage, "DurationMs")} ms";
        return $"{Text(stage, "Stage"),-14}{Status(stage, width: 9)}{time,9}  {Text(stage, "Summary")}";
    }

    public static object? StageFacts(PSObject stage) => Lines(stage, "FactLines", fact => fact.ToString());

    public static object? StageFindings(PSObject stage) => Lines(stage, "Findings", finding => $"{FindingLine(finding)}\nNext: {Text(finding, "NextStep")}");

    public static object? TranscriptMs(PSObject line) => Value(line, "At") is TimeSpan at ? (long)at.TotalMilliseconds : null;

    public static object? TranscriptText(PSObject line) => $"{$"{TranscriptMs(line)} ms",9}{$"  {Text(line, "Direction")}",-10}{Text(line, "Text")}";

    public static object? MessageLines(PSObject message)
    {
        List<string> lines = [$"{Text(message, "File")}: {Text(message, "Outcome")} ({Bytes(message)})"];
        if (Is(message, "ErrorText")) lines.Add($"  Instead of the body: {Text(message, "ErrorText")}");
        if (Is(message, "BodyEncoding")) lines.Add($"  Body: {Text(message, "BodyEncoding")}, recipients: {Text(message, "Recipients")}");
        lines.AddRange(Items(message, "Attachments").Select(attachment => $"  {Text(attachment, Is(attachment, "Name") ? "Name" : "MediaType")}, {Bytes(attachment)}: {Place(attachment)}"));
        lines.AddRange(Items(message, "Differences").Select(difference => $"  {difference}"));
        return lines.ToArray();
    }

    public static object? MessageDecisions(PSObject message) => Items(message, "Decisions").Select(decision => $"  {decision}").ToArray();

    public static object? ReplyCodes(PSObject reply) => Lines(reply, "Codes", code => $"{Text(code, "Code")}: {Text(code, "Meaning")} ({Text(code, "Standard")})");

    public static object? ReplyBesides(PSObject reply) => Lines(reply, "Besides", other => $"{Text(other, "Id")}: {Cause(other)}");

    public static object? NextSteps(PSObject explanation) => Lines(explanation, "NextSteps", step => step.ToString());

    public static object? ReportFindings(PSObject report) => Lines(report, "Findings", finding => $"{FindingLine(finding)}\n  Next: {Text(finding, "NextStep")}");

    public static object? ReportIds(PSObject report) => string.Join(", ", Items(report, "Findings").Select(finding => Text(finding, "Id")));

    public static object? DifferenceSign(PSObject difference) => Sign(difference);

    public static object? DifferenceLeft(PSObject difference) => Side(difference, ComparisonSide.Left);

    public static object? DifferenceRight(PSObject difference) => Side(difference, ComparisonSide.Right);

    public static object? ComparisonPlan(PSObject comparison) =>
        string.Join('\n', Items(comparison, "Differences").Select(difference => $"  {Sign(difference)} {Escaped(difference, "Path")}  {Change(difference)}").Prepend($"{Text(comparison, "Verdict")}."));

    public static object? ComparisonDifferences(PSObject comparison) => Joined(comparison, "Differences", "\n");

    public static object? ComparisonPaths(PSObject comparison) => Joined(comparison, "Differences", ", ", difference => Text(difference, "Path"));

    private static string Change(PSObject difference) => (Is(difference, "NotNamed"), Text(difference, "Sign")) switch
    {
        (true, _) => $"{Side(difference, ComparisonSide.Left)} → {Side(difference, ComparisonSide.Right)}",
        (_, "-") => Escaped(difference, "Left"),
        (_, "+") => Escaped(difference, "Right"),
        _ => $"{Escaped(difference, "Left")} → {Escaped(difference, "Right")}",
    };

    private static string Side(PSObject difference, ComparisonSide side)
    {
        ComparisonSide? notNamed = Enum.TryParse<ComparisonSide>(Text(difference, "NotNamed"), out var named) ? named : null;
        return Escaped(SettingDifference.Shown(Value(difference, side.ToString()), side, notNamed));
    }

    private static string Sign(PSObject difference) => Text(difference, "Sign") is [var sign] ? Colored($"{sign}", Tones.Of(sign)) : "";

    private static string CheckStatus(PSObject health, string check) => Status(Items(health, "Checks").FirstOrDefault(each => Text(each, "Check") == check));

    private static string Primary(PSObject report, string name) => Part(report, "Primary") is { } finding ? Text(finding, name) : "";

    private static IEnumerable<PSObject> WithSeverity(PSObject report, string severity) => Items(report, "Findings").Where(finding => Text(finding, "Severity") == severity);

    private static string? Place(PSObject attachment) => MessageViews.Place(
        Value(attachment, "Path") as string, goesToDatabase: Text(attachment, "GoesTo") == nameof(AttachmentPlace.Database),
        Value(attachment, "Encoding") as string, Value(attachment, "UsedEncoding") as string);

    private static string Bytes(PSObject item) => $"{(Number(item, "SizeBytes") ?? 0).ToString("N0", CultureInfo.CurrentCulture)} bytes";

    private static string FindingLine(PSObject finding) => $"{Text(finding, "Severity")} {Text(finding, "Id")}: {Cause(finding)}";

    private static string Cause(PSObject finding) => Text(finding, "Cause");

    private static string Lines(PSObject item, string name, Func<PSObject, string> line) => string.Join('\n', Items(item, name).Select(line));

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}
