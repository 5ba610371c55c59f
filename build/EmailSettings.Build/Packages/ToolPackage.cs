namespace EmailSettings.Build.Packages;

/// <summary>Packs the unpacked package of the command line again: reproducibly, with its bill of materials and checksums.</summary>
internal static class ToolPackage
{
    public static void Write(string folder, string assets, string packages)
    {
        var tool = PackageIdentity.OfPackage(folder);
        var name = Path.Combine(packages, $"{tool.Name}.{tool.Version}");
        ReproducibleZip.WritePackage($"{name}.nupkg", FolderFiles.Read(folder));
        File.WriteAllBytes($"{name}.cdx.json", BillOfMaterials.Of(tool, "application", RestoredPackage.ReadShipped(assets)));
        Checksums.Write($"{name}.sha256", [$"{name}.nupkg", $"{name}.cdx.json"]);
    }
}
