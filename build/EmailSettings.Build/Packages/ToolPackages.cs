namespace EmailSettings.Build.Packages;

/// <summary>
/// Repacks the unpacked packages of the command line: reproducibly, each with its bill of materials and checksums.
/// </summary>
internal static class ToolPackages
{
    /// <summary>Packs all staged packages of the command line.</summary>
    /// <param name="stage">The folder with a folder for each of them, named like it.</param>
    /// <param name="assets">The assets file of the portable program.</param>
    /// <param name="nativeAssets">The assets file of the native program; read if one is staged.</param>
    /// <param name="packages">The folder of the packages.</param>
    public static void Write(string stage, string assets, string nativeAssets, string packages)
    {
        Directory.CreateDirectory(packages);
        foreach (var folder in Directory.GetDirectories(stage, "EmailSettings.Cli*").Order(StringComparer.Ordinal))
        {
            var tool = PackageIdentity.OfPackage(folder);
            var files = FolderFiles.Read(folder);
            var settings = files.Keys.Single(file => file.StartsWith("tools/", StringComparison.Ordinal) && file.EndsWith("/DotnetToolSettings.xml", StringComparison.Ordinal));
            // A program's settings are in the folder of its platform.
            var platform = settings.Split('/')[2];
            IReadOnlyList<RestoredPackage> parts;
            if (ToolPointer.Read(files[settings]) is { } pointer)
            {
                files[settings] = pointer.Write();
                parts = [.. pointer.Packages.Select(id => RestoredPackage.OfPlatform(id, tool.Version))];
            }
            else
            {
                // A native program contains its assemblies; all others use those of the portable one, whatever was compiled ahead
                // of time.
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
