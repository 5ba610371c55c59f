using System.Net;
using System.Text.Json;
using EmailSettings.Core.Findings;
using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Reports;

/// <summary>
/// Writes reports as JSON, identically for all front ends: camelCase names, enums by name, ISO 8601 times in UTC, null for
/// missing values.
/// </summary>
public static class ServerTestReportJson
{
    /// <summary>Writes a report as an object.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="report">The report.</param>
    /// <param name="withTranscript">Whether to include the redacted transcript.</param>
    public static void Write(Utf8JsonWriter writer, ServerTestReport report, bool withTranscript = false)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(report.Kind.ToString()));
        if (report.Server is not null) writer.WriteString("server", report.Server);
        writer.WriteString("target", report.Target);
        writer.WriteString("status", report.Status.ToString());
        writer.WriteNumber("durationMs", report.DurationMs);
        if (report.Repetition is not null)
        {
            writer.WriteNumber("attempts", report.Attempts);
            writer.WriteString("notRepeated", report.NotRepeated);
        }
        writer.WriteStartArray("stages");
        foreach (var stage in report.Stages) WriteStage(writer, stage);
        writer.WriteEndArray();
        if (withTranscript) WriteTranscript(writer, report);
        if (report.FoundAgain is { } found)
        {
            writer.WritePropertyName("foundAgain");
            Write(writer, found, withTranscript);
        }
        writer.WriteEndObject();
    }

    private static void WriteStage(Utf8JsonWriter writer, StageReport stage)
    {
        writer.WriteStartObject();
        writer.WriteString("stage", stage.Stage.ToString());
        writer.WriteString("status", stage.Status.ToString());
        writer.WriteNumber("durationMs", stage.DurationMs);
        if (stage.SkipReason is not null) writer.WriteString("skipReason", stage.SkipReason);
        writer.WritePropertyName("facts");
        WriteValue(writer, stage.Facts);
        writer.WriteStartArray("findings");
        foreach (var finding in stage.Findings) FindingJson.Write(writer, finding);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTranscript(Utf8JsonWriter writer, ServerTestReport report)
    {
        writer.WriteStartArray("transcript");
        foreach (var line in report.Transcript)
        {
            writer.WriteStartObject();
            writer.WriteNumber("atMs", (long)line.At.TotalMilliseconds);
            writer.WriteString("from", line.Direction.ToString());
            writer.WriteString("text", line.Text);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int or long:
                writer.WriteNumberValue(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset time:
                writer.WriteStringValue(time.UtcDateTime);
                break;
            case Enum or IPAddress or IPEndPoint:
                writer.WriteStringValue(value.ToString());
                break;
            case FactRecord facts:
                WriteFacts(writer, facts.List());
                break;
            case IEnumerable<KeyValuePair<string, string>> map:
                WriteFacts(writer, map.Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value)));
                break;
            case System.Collections.IEnumerable list:
                writer.WriteStartArray();
                foreach (var item in list) WriteValue(writer, item);
                writer.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"A fact of type {value.GetType().Name} has no JSON.", nameof(value));
        }
    }

    private static void WriteFacts(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> facts)
    {
        writer.WriteStartObject();
        foreach (var (name, fact) in facts)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, fact);
        }
        writer.WriteEndObject();
    }
}
