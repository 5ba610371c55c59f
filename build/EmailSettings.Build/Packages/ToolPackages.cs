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
            var files = FolderFiles.Read(folder);
            var settings = files.Keys.Single(file => file.StartsWith("tools/", StringComparison.Ordinal) && file.EndsWith("/DotnetToolSettings.xml", StringComparison.Ordinal));
            // The settings of a program lie in the folder of its platform.
            var platform = settings.Split('/')[2];
            IReadOnlyList<RestoredPackage> parts;
            if (ToolPointer.Read(files[settings]) is { } pointer)
            {
                files[settings] = pointer.Write();
                parts = [.. pointer.Packages.Select(id => RestoredPackage.OfPlatform(id, tool.Version))];
            }
            else
            {
                // A native program has its assemblies compiled in; every other is the portable one's, whatever was compiled ahead.
                var isPortable = files.ContainsKey(settings[..(settings.LastIndexOf('/') + 1)] + "emailsettings.dll");
                parts = isPortable ? RestoredPackage.ReadShipped(assets) : RestoredPackage.ReadCompiledIn(nativeAssets, platform);
            }

            var name = Path.Combine(packages, $"{tool.Name}.{tool.Version}");
            ReproducibleZip.WritePackage($"{name}.nupkg", files);
            File.WriteAllBytes($"{name}.cdx.json", BillOfMaterials.Of(tool, "application", parts));
            Checksums.Write($"{name}.sha256", [$"{name}.nupkg", $"{name}.cdx.json"]);
        }
    }
}
