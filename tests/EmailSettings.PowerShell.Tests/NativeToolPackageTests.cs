using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EmailSettings.Build.Packages;
using EmailSettings.Testing;

namespace EmailSettings.PowerShell.Tests;

/// <summary>
/// The packages of the command line on a machine that compiles it ahead of time. Compiling uses all processors, so nothing runs
/// in parallel.
/// </summary>
[Trait("Length", "Long")]
[Collection(nameof(NativeToolPackageTests))]
[CollectionDefinition(nameof(NativeToolPackageTests), DisableParallelization = true)]
public sealed class NativeToolPackageTests
{
    private static readonly string Program = OperatingSystem.IsWindows() ? "emailsettings.exe" : "emailsettings";
    private static readonly string Platform = NativeToolPackages.Platform;

    [Fact]
    public void The_pointer_names_the_native_package_before_the_portable_one()
    {
        Skip.IfMissing(NativeToolPackages.Missing);
        var platforms = ToolInstallation.PlatformsOf(Package("", ".nupkg")).ToList();
        Assert.Equal((Platform, "any"), (platforms[0], platforms[^1]));
        string[] named = [Platform, "any", "win-x64", "linux-x64", "linux-arm64", "linux-musl-x64", "osx-x64", "osx-arm64"];
        Assert.Equal(named.Distinct().Select(platform => $"EmailSettings.Cli.{platform}").Order(StringComparer.Ordinal), Parts("").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_native_package_contains_the_program_SQLite_and_the_notices_of_everything_compiled_in()
    {
        Skip.IfMissing(NativeToolPackages.Missing);
        var place = $"tools/any/{Platform}/";
        var files = Entries().Where(entry => entry.StartsWith("tools/", StringComparison.Ordinal)).Select(entry => entry.Replace(place, "", StringComparison.Ordinal)).ToList();
        string[] native = [Program, files.Single(file => Path.GetFileNameWithoutExtension(file).EndsWith("e_sqlite3", StringComparison.Ordinal))];
        string[] texts = ["DotnetToolSettings.xml", "LICENSE", "THIRD-PARTY-NOTICES.txt", "dotnet-runtime/LICENSE.TXT", "dotnet-runtime/THIRD-PARTY-NOTICES.TXT"];
        Assert.Equal(native.Concat(texts).Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
        foreach (var needed in new[] { "LICENSE", "README.md", "THIRD-PARTY-NOTICES.txt" }) Assert.Contains(needed, Entries());
        Assert.InRange(new FileInfo(Package($".{Platform}", ".nupkg")).Length, 1, 12L * 1024 * 1024);
    }

    [Fact]
    public void The_bill_of_materials_lists_the_runtime_and_the_notices_name_every_part_of_it()
    {
        Skip.IfMissing(NativeToolPackages.Missing);
        var parts = Parts($".{Platform}");
        Assert.Contains($"{RestoredPackage.NativeRuntime}.{Platform}", parts);
        Assert.Contains("SQLite", parts);
        // The compiler builds the program but is not part of it.
        Assert.DoesNotContain(parts, part => part.Contains("ILCompiler", StringComparison.OrdinalIgnoreCase));

        var notices = File.ReadAllLines(Path.Combine(Repository.Root, "THIRD-PARTY-NOTICES.txt"));
        foreach (var part in parts) Assert.Contains(part.Replace($".{Platform}", "", StringComparison.Ordinal), notices);
    }

    [Fact]
    public void Every_package_has_its_checksums()
    {
        Skip.IfMissing(NativeToolPackages.Missing);
        foreach (var kind in new[] { "", ".any", $".{Platform}" })
        {
            var lines = File.ReadAllLines(Package(kind, ".sha256"));
            Assert.Equal(2, lines.Length);
            foreach (var line in lines)
                Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(NativeToolPackages.Folder, line[66..])))));
        }
    }

    [Fact]
    public void The_native_program_stays_below_32_MB()
    {
        Skip.IfMissing(NativeToolPackages.Missing);
        using var archive = ZipFile.OpenRead(Package($".{Platform}", ".nupkg"));
        Assert.InRange(archive.GetEntry($"tools/any/{Platform}/{Program}")!.Length, 1, 32L * 1024 * 1024);
    }

    [Fact]
    public void The_native_program_contains_no_paths_of_the_build_machine()
    {
        Skip.IfMissing(NativeToolPackages.Missing);
        using var archive = ZipFile.OpenRead(Package($".{Platform}", ".nupkg"));
        using var program = archive.GetEntry($"tools/any/{Platform}/{Program}")!.Open();
        using var bytes = new MemoryStream();
        program.CopyTo(bytes);
        var content = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        Assert.Equal(-1, content.IndexOf(Encoding.UTF8.GetBytes(Repository.Root)));
        Assert.Equal(-1, content.IndexOf(Encoding.Unicode.GetBytes(Repository.Root)));
    }

    [Fact]
    public void The_native_program_installed_by_its_pointer_runs_and_is_removed_completely()
    {
        Skip.IfMissing(NativeToolPackages.Missing);
        using var tool = new ToolInstallation(NativeToolPackages.Folder);
        Assert.DoesNotContain("emailsettings.dll", tool.Files);
        Assert.DoesNotContain(tool.Files, file => file.EndsWith(".runtimeconfig.json", StringComparison.Ordinal));
        Assert.StartsWith("1.0.0", tool.Run("--version"), StringComparison.Ordinal);
        Assert.Equal(25000, tool.ShowBasic().GetProperty("maxIncomingSizeKB").GetInt32());
        tool.Uninstall();
        Assert.Empty(tool.Files);
    }

    private static string Package(string kind, string ending) => Path.Combine(NativeToolPackages.Folder, $"EmailSettings.Cli{kind}.1.0.0{ending}");

    private static List<string> Parts(string kind)
    {
        using var bill = JsonDocument.Parse(File.ReadAllBytes(Package(kind, ".cdx.json")));
        return [.. bill.RootElement.GetProperty("components").EnumerateArray().Select(part => part.GetProperty("name").GetString()!)];
    }

    private static List<string> Entries()
    {
        using var archive = ZipFile.OpenRead(Package($".{Platform}", ".nupkg"));
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }
}
