using System.Text;
using System.Text.Json;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;
using EmailSettings.Core.ServerTests.Reports;

namespace EmailSettings.Integration.Tests.Diagnosis;

/// <summary>Assertions on reports.</summary>
internal static class Reports
{
    public static void Primary(ServerTestReport report, string id, TestStage? stage = null)
    {
        Assert.True(report.Primary?.Id == id, Describe(report));
        if (stage is { } one) Assert.Equal(CheckStatus.Failed, Stage(report, one).Status);
        Assert.Equal(CheckStatus.Failed, report.Status);
    }

    /// <summary>Asserts that the stages ran without problems.</summary>
    public static void Passed(ServerTestReport report, params TestStage[] stages) =>
        Assert.All(stages, stage => Assert.True(Stage(report, stage).Status == CheckStatus.Passed, $"{stage}: {Describe(report)}"));

    public static StageReport Stage(ServerTestReport report, TestStage stage) => Assert.Single(report.Stages, one => one.Stage == stage);

    /// <summary>Asserts that the JSON contains no secret, including the transcript.</summary>
    public static void HoldsNone(ServerTestReport report, params string[] secrets)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) OutputJson.Write(writer, ServerTestViews.Values(report, isDetailed: true, Front.CommandLine));
        using var json = JsonDocument.Parse(stream.ToArray());
        var shown = string.Join('\n', Texts(json.RootElement));
        Assert.All(secrets, secret =>
        {
            Assert.DoesNotContain(secret, shown, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), shown, StringComparison.Ordinal);
        });
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    private static string Describe(ServerTestReport report) => string.Join("; ", report.Findings.Select(finding => $"{finding.Severity} {finding.Id}: {finding.Cause} [{finding.ServerText}]"))
        + string.Concat(report.Transcript.Select(line => $"\n{line.Direction}: {line.Text}"));
}
