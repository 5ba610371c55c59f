using System.Text.Json;
using System.Xml.Linq;

namespace EmailSettings.Build.Packages;

/// <summary>A NuGet package that files of the module come from.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha512">Hash of the package, lower-case hex.</param>
/// <param name="License">SPDX expression, or the name of the licence file in the package.</param>
/// <param name="Copyright">The notice in its nuspec; null where it has none.</param>
/// <param name="Dependencies">Ids of the packages it asks for.</param>
internal sealed record RestoredPackage(string Id, string Version, string Sha512, string License, string? Copyright, IReadOnlyList<string> Dependencies)
{
    private static readonly string[] FileKinds = ["runtime", "runtimeTargets", "native"];

    /// <summary>The package URL (purl) that names it.</summary>
    public string Url => $"pkg:nuget/{Id}@{Version}";

    /// <summary>The packages whose files are shipped, by what the restore wrote down.</summary>
    public static IReadOnlyList<RestoredPackage> ReadShipped(string assetsFile)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(assetsFile));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var libraries = assets.RootElement.GetProperty("libraries");
        var shipped = new List<RestoredPackage>();
        foreach (var library in assets.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject())
        {
            if (library.Value.GetProperty("type").GetString() != "package" || !HasFiles(library.Value)) continue;
            var parts = library.Name.Split('/');
            var entry = libraries.GetProperty(library.Name);
            var folder = folders.Select(root => Path.Combine(root, entry.GetProperty("path").GetString()!)).First(Directory.Exists);
            var dependencies = library.Value.TryGetProperty("dependencies", out var asked) ? asked.EnumerateObject().Select(dependency => dependency.Name).ToList() : [];
            shipped.Add(Of(parts[0], parts[1], entry.GetProperty("sha512").GetString()!, folder, dependencies));
        }
        return [.. shipped.OrderBy(package => package.Id, StringComparer.Ordinal)];
    }

    // An asset named _._ stands for none.
    private static bool HasFiles(JsonElement library) => FileKinds
        .Any(kind => library.TryGetProperty(kind, out var files) && files.EnumerateObject().Any(file => !file.Name.EndsWith("_._", StringComparison.Ordinal)));

    private static RestoredPackage Of(string id, string version, string sha512, string folder, IReadOnlyList<string> dependencies)
    {
        var metadata = XDocument.Load(Directory.GetFiles(folder, "*.nuspec").Single()).Root!.Elements().First();
        string? Value(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
        return new RestoredPackage(id, version, Convert.ToHexStringLower(Convert.FromBase64String(sha512)),
            Value("license") ?? throw new BuildException($"{id} names no licence"), Value("copyright"), dependencies);
    }
}
