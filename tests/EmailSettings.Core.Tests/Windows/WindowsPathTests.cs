using System.Diagnostics;
using System.Runtime.Versioning;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.Tests.Secrets;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Windows;

/// <summary>A folder that is reached by different paths is the same folder.</summary>
[SupportedOSPlatform("windows")]
public sealed class WindowsPathTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_path_with_the_prefix_of_long_paths_or_in_another_case_is_the_same_folder()
    {
        Skip.UnlessWindows();
        var folder = Directory.CreateDirectory(_folder.File("Stores")).FullName;
        Assert.Equal(WindowsPath.Real(folder), WindowsPath.Real(@"\\?\" + folder));
        Assert.Equal(WindowsPath.Real(folder), WindowsPath.Real(folder.ToUpperInvariant()));
        Assert.EndsWith(@"\Stores", WindowsPath.Real(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_does_not_exist_keeps_its_path()
    {
        Skip.UnlessWindows();
        Assert.Equal(_folder.File("missing"), WindowsPath.Real(_folder.File("missing")));
    }

    [Fact]
    public void A_junction_is_the_folder_that_it_leads_to()
    {
        Skip.UnlessWindows();
        var folder = Directory.CreateDirectory(_folder.File("target")).FullName;
        var junction = _folder.File("junction");
        Run("cmd", "/c", "mklink", "/J", junction, folder);
        Directory.CreateDirectory(Path.Combine(folder, "below"));
        Assert.Equal(WindowsPath.Real(Path.Combine(folder, "below")), WindowsPath.Real(Path.Combine(junction, "below")));
    }

    [Fact]
    public void A_substituted_drive_is_the_folder_that_it_stands_for()
    {
        Skip.UnlessWindows();
        var used = DriveInfo.GetDrives().Select(drive => drive.Name[0]).ToHashSet();
        var letter = "ZYXWVUTSRQPONM".First(free => !used.Contains(free));
        var folder = Directory.CreateDirectory(_folder.File("target")).FullName;
        Run("subst", $"{letter}:", folder);
        try
        {
            Assert.Equal(WindowsPath.Real(folder), WindowsPath.Real($@"{letter}:\").TrimEnd('\\'));
        }
        finally
        {
            Run("subst", $"{letter}:", "/D");
        }
    }

    [Fact]
    public void A_store_folder_below_ProgramData_that_is_reached_by_a_link_is_refused()
    {
        Skip.UnlessWindows();
        var target = Directory.CreateDirectory(_folder.File("target")).FullName;
        var link = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), $"EmailSettings-{Guid.NewGuid():N}");
        Run("cmd", "/c", "mklink", "/J", link, target);
        try
        {
            using var store = new SqliteSettingsStore(Path.Combine(link, "settings.db"));
            Assert.Contains("link", Refusal.Of(StoreErrors.StoreFolderNotOwn, () => store.Describe()).Detail, StringComparison.Ordinal);
            Directory.CreateDirectory(Path.Combine(target, "below"));
            using var below = new SqliteSettingsStore(Path.Combine(link, "below", "settings.db"));
            Refusal.Of(StoreErrors.StoreFolderNotOwn, () => below.Describe());
        }
        finally
        {
            Directory.Delete(link);
        }
    }

    // Every Windows has administrative shares; a mapped drive and a link into one look like local paths.
    [Fact]
    public void A_link_to_another_machine_is_refused()
    {
        Skip.UnlessWindowsAdministrator();
        var folder = Directory.CreateDirectory(_folder.File("target")).FullName;
        var link = _folder.File("link");
        Run("cmd", "/c", "mklink", "/D", link, $@"\\localhost\{folder[0]}$\{folder[3..]}");
        using var store = new SqliteSettingsStore(Path.Combine(link, "settings.db"));
        Refusal.Of(StoreErrors.StoreOnNetwork, () => store.Describe());
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {output}");
    }
}
