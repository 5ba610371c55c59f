using System.Text.Json;

namespace EmailSettings.Messages.Tests;

/// <summary>One mail of the corpus with its expected result, as listed in <c>Corpus/index.json</c>.</summary>
public sealed record CorpusCase(string File, JsonElement Entry)
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Corpus");

    public static IReadOnlyList<CorpusCase> All { get; } = Load();

    public string PathOf => Path.Combine(Folder, File);

    public string Certainty => Entry.GetProperty("certainty").GetString()!;

    /// <summary>Gets the expected result, followed by every other one that is accepted.</summary>
    public IEnumerable<JsonElement> Answers()
    {
        var expected = Entry.GetProperty("expected");
        yield return expected;
        if (!Entry.TryGetProperty("accept", out var others))
            yield break;
        foreach (var other in others.EnumerateArray())
            yield return Merge(expected, other);
    }

    private static JsonElement Merge(JsonElement expected, JsonElement other)
    {
        var merged = expected.EnumerateObject().ToDictionary(property => property.Name, property => property.Value);
        // A result without a body has neither a type nor words.
        if (other.TryGetProperty("bodyFound", out var found) && !found.GetBoolean())
        {
            merged["bodyType"] = JsonSerializer.SerializeToElement<string?>(null);
            merged["bodyContains"] = JsonSerializer.SerializeToElement(Array.Empty<string>());
        }
        else if (other.TryGetProperty("bodyFound", out _) && expected.GetProperty("bodyFound").ValueKind == JsonValueKind.False)
        {
            merged.Remove("bodyType");
        }

        foreach (var property in other.EnumerateObject())
            merged[property.Name] = property.Value;
        return JsonSerializer.SerializeToElement(merged);
    }

    private static CorpusCase[] Load()
    {
        var index = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(Folder, "index.json")));
        return [.. index.RootElement.GetProperty("files").EnumerateArray().Select(entry => new CorpusCase(entry.GetProperty("file").GetString()!, entry))];
    }
}
