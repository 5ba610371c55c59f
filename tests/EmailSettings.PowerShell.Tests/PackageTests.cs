using System.Security.Cryptography;
using System.Text.Json;
using EmailSettings.Build.Packages;
using EmailSettings.Testing;

namespace EmailSettings.PowerShell.Tests;

/// <summary>The module's packages as built with this project.</summary>
public sealed class PackageTests
{
    private static readonly string[] Systems = ["linux-arm64", "linux-x64", "osx-arm64", "osx-x64", "win-arm64", "win-x64"];

    [Fact]
    public void Packing_twice_gives_the_same_bytes()
    {
        var again = Directory.CreateTempSubdirectory("emailsettings-packages-");
        try
        {
            var assets = Path.Combine(Repository.Root, "src", "EmailSettings.PowerShell", "obj", "project.assets.json");
            ModulePackages.Write(Repository.Stage, assets, again.FullName);
            var made = Directory.GetFiles(again.FullName);
            Assert.Equal(4, made.Length);
            foreach (var file in made) Assert.Equal(Hash(Path.Combine(Repository.Packages, Path.GetFileName(file))), Hash(file));
        }
        finally
        {
            again.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_package_contains_what_is_needed_and_nothing_else()
    {
        var folders = Files().Select(file => Path.GetDirectoryName(file)!.Replace('\\', '/')).Distinct().Order(StringComparer.Ordinal).ToList();
        var allowed = Systems.SelectMany(system => new[] { $"lib/runtimes/{system}/native", $"lib/{system}" }).Concat(["", "lib", "module", "module/dsc", "module/SessionConfigurations", "en-US", "RoleCapabilities"]);
        Assert.Empty(folders.Except(allowed));
        Assert.Equal(Systems, folders.Where(folder => folder.StartsWith("lib/runtimes", StringComparison.Ordinal)).Select(folder => folder.Split('/')[2]));

        Assert.DoesNotContain(Files(), file => Path.GetFileName(file) == "System.Management.Automation.dll");
        Assert.DoesNotContain(Files(), file => Path.GetExtension(file) is ".pdb" or ".deps.json" or ".db" or ".pfx" or ".md");
        Assert.Contains("LICENSE", Files());
        Assert.Contains("THIRD-PARTY-NOTICES.txt", Files());
        Assert.Contains("EmailSettings.psd1", Files());
    }

    [Fact]
    public void The_module_stays_below_30_MB() => Assert.All([".nupkg", ".zip"], ending => Assert.InRange(new FileInfo(Package(ending)).Length, 1, 30L * 1024 * 1024));

    [Fact]
    public void The_bill_of_materials_names_every_foreign_assembly_and_the_notices_name_every_part_of_it()
    {
        using var bill = JsonDocument.Parse(File.ReadAllBytes(Package(".cdx.json")));
        Assert.Equal("CycloneDX", bill.RootElement.GetProperty("bomFormat").GetString());
        var parts = bill.RootElement.GetProperty("components").EnumerateArray().Select(part => part.GetProperty("name").GetString()!).ToList();
        Assert.Contains("SQLite", parts);

        var notices = File.ReadAllLines(Path.Combine(Repository.Root, "THIRD-PARTY-NOTICES.txt"));
        foreach (var part in parts) Assert.Contains(part, notices);
        Assert.DoesNotContain("PowerShellStandard.Library", parts);

        foreach (var assembly in Files().Where(file => Path.GetExtension(file) == ".dll" && !file.Contains("runtimes", StringComparison.Ordinal) && !Path.GetFileName(file).StartsWith("EmailSettings.", StringComparison.Ordinal)))
            Assert.Contains(Path.GetFileNameWithoutExtension(assembly), parts);
    }

    [Fact]
    public void The_checksums_are_those_of_the_packages()
    {
        var lines = File.ReadAllLines(Package(".sha256"));
        Assert.Equal(3, lines.Length);
        foreach (var line in lines) Assert.Equal(line[..64], Hash(Path.Combine(Repository.Packages, line[66..])), ignoreCase: true);
    }

    [Fact]
    public void Windows_gets_the_implementation_of_CMS_that_NuGet_would_choose_there()
    {
        var portable = Hash(Path.Combine(Repository.Stage, "lib", "System.Security.Cryptography.Pkcs.dll"));
        foreach (var system in new[] { "win-x64", "win-arm64" })
            Assert.NotEqual(portable, Hash(Path.Combine(Repository.Stage, "lib", system, "System.Security.Cryptography.Pkcs.dll")));
    }

    private static string Package(string ending) => Directory.GetFiles(Repository.Packages, $"EmailSettings.1*{ending}").Single();

    private static List<string> Files() =>
        [.. Directory.GetFiles(Repository.Stage, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Repository.Stage, file))];

    private static string Hash(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));
}
