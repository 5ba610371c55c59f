using System.Text.Json.Serialization;

namespace EmailSettings.Benchmarks.Documents;

/// <summary>The types into which a program without this library would read a document.</summary>
internal sealed record BareDocument(int Version, IReadOnlyList<BareDocument.Server> IncomingServers)
{
    public sealed record Server(string Name, string Address, string Authentication, string ClientId);
}

[JsonSerializable(typeof(BareDocument))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class BareDocumentContext : JsonSerializerContext;
