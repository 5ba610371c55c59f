using System.Globalization;
using System.Security;
using System.Text;

namespace EmailSettings.Build.Packages;

/// <summary>
/// Packs the staged module: a nupkg for a gallery or a file share, a zip for offline machines, the bill of materials, checksums.
/// </summary>
internal static class ModulePackages
{
    // The size limit of a download from a gallery.
    private const long LargestBytes = 30L * 1024 * 1024;

    public static void Write(string stage, string assets, string packages)
    {
        Directory.CreateDirectory(packages);
        var module = PackageIdentity.OfModule(stage);
        var files = FolderFiles.Read(stage);
        var size = files.Values.Sum(content => (long)content.Length);

        var bill = BillOfMaterials.Of(module, "library", RestoredPackage.ReadShipped(assets));
        var billFile = Path.Combine(packages, $"{module.Name}.{module.Version}.cdx.json");
        File.WriteAllBytes(billFile, bill);

        var zip = Path.Combine(packages, $"{module.Name}.{module.Version}.zip");
        // Unpacked into a folder of PSModulePath, it has the structure that PowerShell expects: name, then version.
        ReproducibleZip.Write(zip, files.ToDictionary(file => $"{module.Name}/{module.Version}/{file.Key}", file => file.Value, StringComparer.Ordinal));
        var nupkg = Path.Combine(packages, $"{module.Name}.{module.Version}.nupkg");
        ReproducibleZip.Write(nupkg, WithPackageParts(module, files));

        foreach (var package in new[] { zip, nupkg })
        {
            if (new FileInfo(package).Length is var bytes and >= LargestBytes) throw new BuildException($"{Path.GetFileName(package)} has {bytes} bytes; it must stay below {LargestBytes}");
        }
        Checksums.Write(Path.Combine(packages, $"{module.Name}.{module.Version}.sha256"), [zip, nupkg, billFile]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{module.Name} {module.Version}: {files.Count} files, {size / 1048576.0:0.0} MB; zip {new FileInfo(zip).Length / 1048576.0:0.0} MB, nupkg {new FileInfo(nupkg).Length / 1048576.0:0.0} MB"));
    }

    private static Dictionary<string, byte[]> WithPackageParts(PackageIdentity module, Dictionary<string, byte[]> files)
    {
        var nuspec = $"{module.Name}.nuspec";
        var types = files.Keys.Select(Path.GetExtension).Where(extension => extension!.Length > 1).Select(extension => extension![1..]).Append("nuspec").Append("rels").Distinct().Order(StringComparer.Ordinal);
        var parts = new Dictionary<string, byte[]>(files, StringComparer.Ordinal)
        {
            [nuspec] = Encoding.UTF8.GetBytes(Nuspec(module)),
            ["_rels/.rels"] = Encoding.UTF8.GetBytes(ReproducibleZip.Relations(nuspec)),
        };
        var overrides = files.Keys.Where(name => Path.GetExtension(name).Length <= 1).Order(StringComparer.Ordinal);
        parts["[Content_Types].xml"] = Encoding.UTF8.GetBytes($"""
            <?xml version="1.0" encoding="utf-8"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            {string.Concat(types.Select(type => $"  <Default Extension=\"{type}\" ContentType=\"{(type == "rels" ? "application/vnd.openxmlformats-package.relationships+xml" : "application/octet")}\" />\n"))}{string.Concat(overrides.Select(name => $"  <Override PartName=\"/{name}\" ContentType=\"application/octet\" />\n"))}</Types>

            """);
        return parts;
    }

    // Galleries recognize modules by the tags PSModule and the edition.
    private static string Nuspec(PackageIdentity module) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <package xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd">
          <metadata>
            <id>{module.Name}</id>
            <version>{module.Version}</version>
            <authors>{SecurityElement.Escape(module.Author)}</authors>
            <requireLicenseAcceptance>false</requireLicenseAcceptance>
            <license type="expression">MIT</license>
            <description>{SecurityElement.Escape(module.Description)}</description>
            <tags>PSModule PSEdition_Core email smtp imap oauth mail-server configuration secrets Windows Linux MacOS</tags>
          </metadata>
        </package>

        """;
}
