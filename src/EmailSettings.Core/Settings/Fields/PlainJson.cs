using System.Text.Json;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>Reads and writes plain field values (string, Boolean, number or null) as JSON (RFC 8259).</summary>
public static class PlainJson
{
    /// <summary>Writes a value.</summary>
    /// <exception cref="ArgumentException">The value is not plain.</exception>
    public static void Write(Utf8JsonWriter json, object? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            default:
                throw new ArgumentException($"No JSON for a value of type {value.GetType().Name}.", nameof(value));
        }
    }

    /// <summary>Reads a value; numbers become <see cref="long"/>.</summary>
    public static object? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.GetInt64(),
        _ => value.GetString(),
    };
}
