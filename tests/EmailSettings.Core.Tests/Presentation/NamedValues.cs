using System.Text.Json;
using EmailSettings.Core.Presentation;

namespace EmailSettings.Core.Tests.Presentation;

/// <summary>The content of views as programs get it.</summary>
internal static class NamedValues
{
    /// <summary>The JSON document that a view writes.</summary>
    public static JsonElement Json(object? content)
    {
        using var stream = new MemoryStream();
        OutputJson.Write(stream, content, isAscii: false);
        using var json = JsonDocument.Parse(stream.ToArray());
        return json.RootElement.Clone();
    }

    /// <summary>The names of an object's properties, in order.</summary>
    public static List<string> Of(JsonElement json) => [.. json.EnumerateObject().Select(property => property.Name)];

    /// <inheritdoc cref="Of(JsonElement)"/>
    public static List<string> Of(object? content) => Of(Json(content));
}
