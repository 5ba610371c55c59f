using System.Text.Json;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Storage;

/// <summary>Writes the history as JSON, identically for all front ends.</summary>
public static class ChangeRecordJson
{
    /// <summary>Returns a row as one line of JSON without the line break, for log collectors (JSON Lines).</summary>
    public static string ToLine(ChangeRecord record) => JsonWriters.ToLine(json => Write(json, record));

    /// <summary>Writes a row as an object. Times are UTC, to the second.</summary>
    public static void Write(Utf8JsonWriter json, ChangeRecord record)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(record);
        json.WriteStartObject();
        json.WriteNumber("revision", record.Revision);
        json.WriteString("time", Iso8601.Moment(record.Time));
        json.WriteString("account", record.Account);
        json.WriteString("host", record.Host);
        json.WriteString("source", record.Source);
        json.WriteString("refusal", record.Refusal);
        json.WritePropertyName("changes");
        WriteChanges(json, record.Changes);
        json.WriteEndObject();
    }

    /// <summary>Returns only the changes of a row, an array of <c>{path, from, to}</c>.</summary>
    internal static string ToText(IReadOnlyList<FieldChange> changes) => JsonWriters.ToLine(json => WriteChanges(json, changes));

    private static void WriteChanges(Utf8JsonWriter json, IReadOnlyList<FieldChange> changes)
    {
        json.WriteStartArray();
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("path"u8, change.Path);
            json.WritePropertyName("from"u8);
            PlainJson.Write(json, change.From);
            json.WritePropertyName("to"u8);
            PlainJson.Write(json, change.To);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
