using System.Text;
using System.Text.Json;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Mail;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>Everything a report contains, in every form.</summary>
internal static class ReportText
{
    /// <summary>Gets all texts of its properties, one per line.</summary>
    public static string Of(ServerTestReport report)
    {
        var text = new StringBuilder();
        text.Append(report.Target).Append('\n').Append(report.Server).Append('\n');
        foreach (var stage in report.Stages)
        {
            text.Append(stage.SkipReason).Append('\n');
            foreach (var finding in stage.Findings) text.Append(finding.Cause).Append('\n').Append(finding.NextStep).Append('\n').Append(finding.ServerText).Append('\n');
            if (stage.Facts is not null) Append(text, stage.Facts.List().Select(fact => fact.Value));
        }
        foreach (var line in report.Transcript) text.Append(line.Text).Append('\n');
        return text.ToString();
    }

    /// <summary>Gets the JSON, including the transcript.</summary>
    public static string Json(ServerTestReport report)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true })) OutputJson.Write(writer, ServerTestViews.Values(report, isDetailed: true, Front.CommandLine));
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Append(StringBuilder text, IEnumerable<object?> values)
    {
        foreach (var value in values)
        {
            switch (value)
            {
                case FactRecord record:
                    Append(text, record.List().Select(fact => fact.Value));
                    break;
                case IEnumerable<object> list:
                    Append(text, list);
                    break;
                default:
                    text.Append(value).Append('\n');
                    break;
            }
        }
    }
}
