using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using EmailSettings.Build.Packages;
using EmailSettings.Testing;

namespace EmailSettings.PowerShell.Tests;

/// <summary>The portable packages of the command line as built with this project.</summary>
public sealed class ToolPackageTests
{
    private static readonly string[] Systems = ["linux-arm64", "linux-musl-arm64", "linux-musl-x64", "linux-x64", "osx-arm64", "osx-x64", "win-arm64", "win-x64"];

    [Fact]
    public void The_package_contains_what_is_needed_and_nothing_else()
    {
        var entries = Entries();
        var native = entries.Where(entry => entry.Contains("/native/", StringComparison.Ordinal)).Select(entry => entry.Split('/')[4]);
        Assert.Equal(Systems, native.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(entries, entry => Path.GetExtension(entry) is ".pdb" or ".xml" && entry.StartsWith("tools/", StringComparison.Ordinal) && !entry.EndsWith("/DotnetToolSettings.xml", StringComparison.Ordinal));
        foreach (var needed in new[] { "LICENSE", "README.md", "THIRD-PARTY-NOTICES.txt", "EmailSettings.Cli.any.nuspec" }) Assert.Contains(needed, entries);
        Assert.InRange(new FileInfo(Package(".nupkg")).Length, 1, 12L * 1024 * 1024);
    }

    [Fact]
    public void The_bill_of_materials_names_every_foreign_assembly_and_the_notices_name_every_part_of_it()
    {
        using var bill = JsonDocument.Parse(File.ReadAllBytes(Package(".cdx.json")));
        Assert.Equal("pkg:nuget/EmailSettings.Cli.any@1.0.0", bill.RootElement.GetProperty("metadata").GetProperty("component").GetProperty("purl").GetString());
        var parts = bill.RootElement.GetProperty("components").EnumerateArray().Select(part => part.GetProperty("name").GetString()!).ToList();
        Assert.Contains("System.CommandLine", parts);

        var notices = File.ReadAllLines(Path.Combine(Repository.Root, "THIRD-PARTY-NOTICES.txt"));
        foreach (var part in parts) Assert.Contains(part, notices);
        foreach (var assembly in Entries().Where(entry => Path.GetExtension(entry) == ".dll" && !entry.Contains("runtimes", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension))
            Assert.True(assembly!.StartsWith("emailsettings", StringComparison.OrdinalIgnoreCase) || parts.Exists(part => part.Split('.')[0] == assembly.Split('.')[0]), assembly);
    }

    [Fact]
    public void The_checksums_are_those_of_the_package()
    {
        var lines = File.ReadAllLines(Package(".sha256"));
        Assert.Equal(2, lines.Length);
        foreach (var line in lines)
            Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Repository.Packages, line[66..])))));
    }

    [Fact]
    public void The_portable_program_installed_by_a_pointer_without_a_native_package_runs_and_is_removed_completely()
    {
        Assert.Equal(["any"], ToolInstallation.PlatformsOf(Path.Combine(Repository.Packages, "EmailSettings.Cli.1.0.0.nupkg")));
        using var tool = new ToolInstallation(Repository.Packages);
        Assert.Contains("emailsettings.dll", tool.Files);
        Assert.StartsWith("1.0.0", tool.Run("--version"), StringComparison.Ordinal);
        Assert.Equal(25000, tool.ShowBasic().GetProperty("maxIncomingSizeKB").GetInt32());
        tool.Uninstall();
        Assert.Empty(tool.Files);
    }

    [Fact]
    public void The_pointer_contains_no_program_and_its_bill_lists_what_it_refers_to()
    {
        using (var archive = ZipFile.OpenRead(Path.Combine(Repository.Packages, "EmailSettings.Cli.1.0.0.nupkg")))
            Assert.Equal(["tools/any/any/DotnetToolSettings.xml"], archive.Entries.Select(entry => entry.FullName).Where(entry => entry.StartsWith("tools/", StringComparison.Ordinal)));
        using var bill = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Packages, "EmailSettings.Cli.1.0.0.cdx.json")));
        var part = bill.RootElement.GetProperty("components").EnumerateArray().Single();
        Assert.Equal("pkg:nuget/EmailSettings.Cli.any@1.0.0", part.GetProperty("purl").GetString());
        // CycloneDX has no empty copyright: it is omitted.
        Assert.All(part.EnumerateObject(), property => Assert.NotEqual(JsonValueKind.Null, property.Value.ValueKind));
    }

    [Fact]
    public void A_package_of_another_tool_becomes_reproducible()
    {
        var folder = Directory.CreateTempSubdirectory("emailsettings-zip-");
        try
        {
            byte[] Make(string name, string properties, params string[] order)
            {
                var file = Path.Combine(folder.FullName, name);
                ReproducibleZip.WritePackage(file, order.Append($"package/services/metadata/core-properties/{properties}.psmdcp").Append("_rels/.rels")
                    .ToDictionary(entry => entry, entry => entry.EndsWith(".rels", StringComparison.Ordinal) ? [.. properties.Select(letter => (byte)letter)] : "the same"u8.ToArray()));
                return File.ReadAllBytes(file);
            }
            Assert.Equal(Make("one.nupkg", "1234", "a.nuspec", "lib/b.dll"), Make("two.nupkg", "5678", "lib/b.dll", "a.nuspec"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Package(string ending) => Directory.GetFiles(Repository.Packages, $"EmailSettings.Cli.any.1*{ending}").Single();

    private static List<string> Entries()
    {
        using var archive = ZipFile.OpenRead(Package(".nupkg"));
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }
}
