using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Storage.Relational;

/// <summary>The changes of a history row as JSON: an array of <c>{path, from, to}</c>.</summary>
internal static class HistoryJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<FieldChange> changes)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Options))
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
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static IReadOnlyList<FieldChange> Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.EnumerateArray().Select(change => new FieldChange(
            change.GetProperty("path"u8).GetString()!, PlainJson.Read(change.GetProperty("from"u8)), PlainJson.Read(change.GetProperty("to"u8)))).ToList();
    }
}
