using System.Text.Json;
using System.Xml.Linq;

namespace EmailSettings.Build.Packages;

/// <summary>A NuGet package whose files are shipped.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha512">The hash of the package, lower-case hex; null for one built here, which has a checksum file.</param>
/// <param name="License">The SPDX expression, or the name of the licence file in the package.</param>
/// <param name="Copyright">The notice in its nuspec; null if there is none.</param>
/// <param name="Dependencies">The ids of its dependencies.</param>
internal sealed record RestoredPackage(string Id, string Version, string? Sha512, string License, string? Copyright, IReadOnlyList<string> Dependencies)
{
    /// <summary>
    /// The package of the .NET runtime that is compiled into native programs, without the suffix for the platform.
    /// </summary>
    public const string NativeRuntime = "Microsoft.NETCore.App.Runtime.NativeAOT";

    private static readonly string[] FileKinds = ["runtime", "runtimeTargets", "native"];

    /// <summary>The package URL (purl).</summary>
    public string Url => $"pkg:nuget/{Id}@{Version}";

    /// <summary>Reads the packages whose files are shipped, from the restore's assets file.</summary>
    public static IReadOnlyList<RestoredPackage> ReadShipped(string assetsFile)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(assetsFile));
        return Sorted(WithFiles(assets.RootElement, assets.RootElement.GetProperty("targets").EnumerateObject().First().Value));
    }

    /// <summary>Reads the packages that are compiled into a native program for a platform, including the .NET runtime.</summary>
    public static IReadOnlyList<RestoredPackage> ReadCompiledIn(string assetsFile, string platform)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(assetsFile));
        var target = assets.RootElement.GetProperty("targets").EnumerateObject().Single(target => target.Name.EndsWith($"/{platform}", StringComparison.Ordinal));
        var runtime = $"{NativeRuntime}.{platform}";
        var framework = assets.RootElement.GetProperty("project").GetProperty("frameworks").EnumerateObject().Single().Value;
        // A range with one version: [10.0.0, 10.0.0].
        var version = framework.GetProperty("downloadDependencies").EnumerateArray().Single(pack => pack.GetProperty("name").GetString() == runtime)
            .GetProperty("version").GetString()!.TrimStart('[').Split(',')[0];
        var folder = Folder(assets.RootElement, Path.Combine(runtime.ToLowerInvariant(), version));
        using var metadata = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, ".nupkg.metadata")));
        return Sorted(WithFiles(assets.RootElement, target.Value).Append(Of(runtime, version, metadata.RootElement.GetProperty("contentHash").GetString()!, folder, [])));
    }

    /// <summary>Gets the command line's package for a platform, from the same commit.</summary>
    public static RestoredPackage OfPlatform(string id, string version) => new(id, version, null, "MIT", null, []);

    private static IReadOnlyList<RestoredPackage> Sorted(IEnumerable<RestoredPackage> packages) => [.. packages.OrderBy(package => package.Id, StringComparer.Ordinal)];

    private static IEnumerable<RestoredPackage> WithFiles(JsonElement assets, JsonElement target)
    {
        foreach (var library in target.EnumerateObject())
        {
            if (library.Value.GetProperty("type").GetString() != "package" || !HasFiles(library.Value)) continue;
            var parts = library.Name.Split('/');
            var entry = assets.GetProperty("libraries").GetProperty(library.Name);
            var dependencies = library.Value.TryGetProperty("dependencies", out var asked) ? asked.EnumerateObject().Select(dependency => dependency.Name).ToList() : [];
            yield return Of(parts[0], parts[1], entry.GetProperty("sha512").GetString()!, Folder(assets, entry.GetProperty("path").GetString()!), dependencies);
        }
    }

    private static string Folder(JsonElement assets, string path) =>
        assets.GetProperty("packageFolders").EnumerateObject().Select(root => Path.Combine(root.Name, path)).First(Directory.Exists);

    // An asset named _._ is a placeholder.
    private static bool HasFiles(JsonElement library) => FileKinds
        .Any(kind => library.TryGetProperty(kind, out var files) && files.EnumerateObject().Any(file => !file.Name.EndsWith("_._", StringComparison.Ordinal)));

    private static RestoredPackage Of(string id, string version, string sha512, string folder, IReadOnlyList<string> dependencies)
    {
        var metadata = XDocument.Load(Directory.GetFiles(folder, "*.nuspec").Single()).Root!.Elements().First();
        string? Value(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
        return new RestoredPackage(id, version, Convert.ToHexStringLower(Convert.FromBase64String(sha512)),
            Value("license") ?? throw new BuildException($"{id} does not name a licence"), Value("copyright"), dependencies);
    }
}
