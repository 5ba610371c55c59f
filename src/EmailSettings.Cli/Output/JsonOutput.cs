using System.Collections;
using System.Text.Json;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Cli.Output;

/// <summary>Writes JSON (RFC 8259) in UTF-8 or ASCII, without reflection: one document, or <see cref="JsonLines"/>.</summary>
internal static class JsonOutput
{
    private const int MostPendingBytes = 64 * 1024;

    public static void Write(Stream stream, object? content, bool isAscii)
    {
        if (content is JsonLines lines)
        {
            foreach (var document in lines.Documents) WriteDocument(stream, document, isAscii);
        }
        else
        {
            WriteDocument(stream, content, isAscii);
        }
        stream.Flush();
    }

    private static void WriteDocument(Stream stream, object? content, bool isAscii)
    {
        using (var json = JsonWriters.OneLine(stream, isAscii)) WriteValue(json, content);
        stream.Write("\n"u8);
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case DateTimeOffset time:
                json.WriteStringValue(Iso8601.Moment(time));
                break;
            case DateOnly date:
                json.WriteStringValue(Iso8601.Day(date));
                break;
            case Action<Utf8JsonWriter> write:
                write(json);
                break;
            case IReadOnlyList<Row> rows:
                json.WriteStartObject();
                foreach (var row in rows)
                {
                    json.WritePropertyName(row.Name);
                    WriteValue(json, row.Value);
                }
                json.WriteEndObject();
                break;
            case IEnumerable items and not string:
                json.WriteStartArray();
                foreach (var item in items)
                {
                    WriteValue(json, item);
                    if (json.BytesPending >= MostPendingBytes) json.Flush();
                }
                json.WriteEndArray();
                break;
            default:
                PlainJson.Write(json, value);
                break;
        }
    }
}
