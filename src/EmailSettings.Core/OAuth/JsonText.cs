using System.Text.Json;

namespace EmailSettings.Core.OAuth;

/// <summary>Reads untrusted JSON: missing members and those of unexpected types are null.</summary>
internal static class JsonText
{
    /// <summary>Parses a JSON object; null if it is not one.</summary>
    public static JsonElement? ParseObject(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Returns a member of an object.</summary>
    public static JsonElement? Member(this JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var member) ? member : null;

    /// <summary>Returns a string member.</summary>
    public static string? Text(this JsonElement? parent, string name) => parent.Member(name)?.AsText();

    /// <summary>Returns a string member or the strings of an array member, <paramref name="limit"/> at most.</summary>
    public static List<string> Texts(this JsonElement? parent, string name, int limit) => parent.Member(name) switch
    {
        { ValueKind: JsonValueKind.Array } array => [.. array.EnumerateArray().Take(limit).Select(AsText).OfType<string>()],
        { } single when single.AsText() is { } text => [text],
        _ => [],
    };

    private static string? AsText(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String) return null;
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // The string contains a lone surrogate.
            return null;
        }
    }
}
