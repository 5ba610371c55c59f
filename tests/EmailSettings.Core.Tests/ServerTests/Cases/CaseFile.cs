using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmailSettings.Core.Tests.ServerTests.Cases;

/// <summary>A public report of a misunderstood server: the settings, the server's replies, and the correct diagnosis.</summary>
internal sealed class CaseFile
{
    private readonly JsonObject _json;

    private CaseFile(JsonObject json) => _json = json;

    /// <summary>The case's name, which is that of its file.</summary>
    public string Id => Text("id")!;

    public bool IsOutgoing => Text("protocol") == "smtp";

    public JsonObject Settings => _json["settings"]!.AsObject();

    public JsonObject Server => _json["server"]!.AsObject();

    public JsonObject? Token => _json["token"]?.AsObject();

    public JsonObject Expected => _json["expect"]!.AsObject();

    public string Right => Text("right")!;

    public IReadOnlyList<string> Sources => [.. _json["source"]!.AsArray().Select(source => (string)source!)];

    /// <summary>The host in the settings.</summary>
    public string Host => (string)Settings["host"]!;

    /// <summary>Reads all cases of a folder next to this file: <c>Given</c> or <c>Found</c>.</summary>
    public static IEnumerable<CaseFile> All(string folder) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "ServerTests", "Cases", folder), "*.json").Order(StringComparer.Ordinal).Select(Read);

    public static CaseFile Find(string folder, string id) => All(folder).Single(one => one.Id == id);

    public override string ToString() => Id;

    private static CaseFile Read(string path) => new(JsonNode.Parse(File.ReadAllText(path), documentOptions: new JsonDocumentOptions { MaxDepth = 16 })!.AsObject());

    private string? Text(string name) => (string?)_json[name];
}
