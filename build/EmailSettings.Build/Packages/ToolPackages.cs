using System.Xml.Linq;

namespace EmailSettings.Build.Packages;

/// <summary>Packs the unpacked packages of the command line again: reproducibly, each with its bill of materials and checksums.</summary>
internal static class ToolPackages
{
    /// <summary>Packs all packages of the command line that are staged.</summary>
    /// <param name="stage">Folder in which each of them lies in one that is named like it.</param>
    /// <param name="assets">What the restore of the portable program wrote down.</param>
    /// <param name="nativeAssets">What the restore of the native program wrote down; read where one is staged.</param>
    /// <param name="packages">Folder of the packages.</param>
    public static void Write(string stage, string assets, string nativeAssets, string packages)
    {
        Directory.CreateDirectory(packages);
        foreach (var folder in Directory.GetDirectories(stage, "EmailSettings.Cli*").Order(StringComparer.Ordinal))
        {
            var tool = PackageIdentity.OfPackage(folder);
            var name = Path.Combine(packages, $"{tool.Name}.{tool.Version}");
            ReproducibleZip.WritePackage($"{name}.nupkg", FolderFiles.Read(folder));
            File.WriteAllBytes($"{name}.cdx.json", BillOfMaterials.Of(tool, "application", Parts(folder, tool, assets, nativeAssets)));
            Checksums.Write($"{name}.sha256", [$"{name}.nupkg", $"{name}.cdx.json"]);
        }
    }

    // The settings of a tool lie in the folder of its platform; those of the pointer name the packages of the platforms.
    private static IReadOnlyList<RestoredPackage> Parts(string folder, PackageIdentity tool, string assets, string nativeAssets)
    {
        var settings = Directory.GetFiles(Path.Combine(folder, "tools"), "DotnetToolSettings.xml", SearchOption.AllDirectories).Single();
        var named = XDocument.Load(settings).Descendants("RuntimeIdentifierPackage").Select(package => package.Attribute("Id")!.Value).ToList();
        if (named.Count > 0) return [.. named.Select(id => RestoredPackage.OfPlatform(id, tool.Version))];
        var platform = Path.GetFileName(Path.GetDirectoryName(settings)!);
        return platform == "any" ? RestoredPackage.ReadShipped(assets) : RestoredPackage.ReadCompiledIn(nativeAssets, platform);
    }
}
