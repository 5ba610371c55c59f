using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmailSettings.Build.Packages;

/// <summary>
/// Creates the software bill of materials (CycloneDX 1.6 JSON), without time or serial number, so that the same input gives the
/// same bytes.
/// </summary>
internal static class BillOfMaterials
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Creates the bill of a package.</summary>
    /// <param name="package">The package.</param>
    /// <param name="type">Its kind: <c>library</c> or <c>application</c>.</param>
    /// <param name="packages">The packages it includes.</param>
    public static byte[] Of(PackageIdentity package, string type, IReadOnlyList<RestoredPackage> packages)
    {
        var self = $"pkg:nuget/{package.Name}@{package.Version}";
        var shipped = packages.ToDictionary(part => part.Id, StringComparer.OrdinalIgnoreCase);
        var bill = new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["component"] = new JsonObject
                {
                    ["type"] = type,
                    ["bom-ref"] = self,
                    ["name"] = package.Name,
                    ["version"] = package.Version,
                    ["licenses"] = Licenses("MIT"),
                    ["purl"] = self,
                },
            },
            ["components"] = new JsonArray([.. packages.Select(Component)]),
            ["dependencies"] = new JsonArray([
                Dependency(self, packages),
                .. packages.Select(part => Dependency(part.Url, part.Dependencies.Select(shipped.GetValueOrDefault).OfType<RestoredPackage>()))]),
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(bill, Options), (byte)'\n'];
    }

    private static JsonObject Component(RestoredPackage package)
    {
        var component = new JsonObject
        {
            ["type"] = "library",
            ["bom-ref"] = package.Url,
            ["name"] = package.Id,
            ["version"] = package.Version,
        };
        if (package.Sha512 is not null) component["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = package.Sha512 });
        component["licenses"] = Licenses(package.License);
        if (package.Copyright is not null) component["copyright"] = package.Copyright;
        component["purl"] = package.Url;
        return component;
    }

    // A licence file has no SPDX id: it is named, and its text is among the notices.
    private static JsonArray Licenses(string license) => new(new JsonObject
    {
        ["license"] = license.Contains('.', StringComparison.Ordinal) && !license.StartsWith("Apache", StringComparison.Ordinal)
            ? new JsonObject { ["name"] = license }
            : new JsonObject { ["id"] = license },
    });

    private static JsonObject Dependency(string reference, IEnumerable<RestoredPackage> on) => new()
    {
        ["ref"] = reference,
        ["dependsOn"] = new JsonArray([.. on.Select(package => JsonValue.Create(package.Url))]),
    };
}
