using System.Text.Json;

namespace EmailSettings.Core.OAuth;

/// <summary>Reads JSON from outside: what is missing, or is of another type than expected, is null.</summary>
internal static class JsonText
{
    /// <summary>The root object of a text; null where it is no JSON object.</summary>
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

    /// <summary>A member of an object.</summary>
    public static JsonElement? Member(this JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var member) ? member : null;

    /// <summary>A member that is a string.</summary>
    public static string? Text(this JsonElement? parent, string name) => parent.Member(name)?.AsText();

    /// <summary>A string; a member that is an array gives its strings, <paramref name="limit"/> at most.</summary>
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
            // A lone surrogate has no UTF-16 form.
            return null;
        }
    }
}
