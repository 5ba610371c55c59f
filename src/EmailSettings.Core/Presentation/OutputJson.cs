using System.Collections;
using System.Text.Json;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Presentation;

/// <summary>
/// Writes the content of views as JSON (RFC 8259): enums by name, moments in UTC to the second. Lists are written as they come,
/// so that there may be more in them than anybody wants to hold at once.
/// </summary>
public static class OutputJson
{
    private const int MostPendingBytes = 64 * 1024;

    /// <summary>Writes one document with the end of its line, or each of <see cref="JsonLines"/>.</summary>
    /// <param name="stream">Takes the bytes, UTF-8.</param>
    /// <param name="content">What to write.</param>
    /// <param name="isAscii">ASCII alone, for what reads no UTF-8.</param>
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

    /// <summary>Writes one value: named values are an object, any other list is an array.</summary>
    /// <exception cref="ArgumentException">The value has no JSON.</exception>
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
