using System.Collections;
using System.Text.Json;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Presentation;

/// <summary>
/// Writes the content of views as JSON (RFC 8259): enums by name, moments in UTC to the second. Lists are
/// streamed, so that they need not fit in memory.
/// </summary>
public static class OutputJson
{
    private const int MaxPendingBytes = 64 * 1024;

    /// <summary>Writes one document and a line break, or each document of <see cref="JsonLines"/>.</summary>
    /// <param name="stream">Receives the bytes, UTF-8.</param>
    /// <param name="content">The content.</param>
    /// <param name="isAscii">Whether to write only ASCII, for readers without UTF-8.</param>
    public static void Write(Stream stream, object? content, bool isAscii)
    {
        ArgumentNullException.ThrowIfNull(stream);
        foreach (var document in content is JsonLines lines ? lines.Documents : [content])
        {
            using (var json = JsonWriters.OneLine(stream, isAscii)) Write(json, document);
            stream.Write("\n"u8);
        }
        stream.Flush();
    }

    /// <summary>Writes one value: named values as an object, any other list as an array.</summary>
    /// <exception cref="ArgumentException">The value has no JSON form.</exception>
    public static void Write(Utf8JsonWriter json, object? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        switch (value)
        {
            case DateTimeOffset time:
                json.WriteStringValue(Iso8601.Moment(time));
                break;
            case DateOnly date:
                json.WriteStringValue(Iso8601.Day(date));
                break;
            case Enum name:
                json.WriteStringValue(name.ToString());
                break;
            case ChangeRecord record:
                ChangeRecordJson.Write(json, record);
                break;
            case IEnumerable<NamedValue> properties:
                json.WriteStartObject();
                foreach (var property in properties)
                {
                    json.WritePropertyName(property.Name);
                    Write(json, property.Value);
                }
                json.WriteEndObject();
                break;
            case IEnumerable items and not string:
                json.WriteStartArray();
                foreach (var item in items)
                {
                    Write(json, item);
                    if (json.BytesPending >= MaxPendingBytes) json.Flush();
                }
                json.WriteEndArray();
                break;
            default:
                PlainJson.Write(json, value);
                break;
        }
    }
}
