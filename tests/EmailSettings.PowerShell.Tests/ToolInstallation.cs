using System.IO.Compression;
using System.Text.Json;

namespace EmailSettings.PowerShell.Tests;

/// <summary>The command line, installed as a .NET tool only from a folder of packages, for a separate account.</summary>
internal sealed class ToolInstallation : IDisposable
{
    private readonly DirectoryInfo _account = Directory.CreateTempSubdirectory("emailsettings-tool-");
    private readonly Dictionary<string, string?> _variables;

    public ToolInstallation(string packages)
    {
        var configuration = Path.Combine(_account.FullName, "nuget.config");
        File.WriteAllText(configuration, $"""<configuration><packageSources><clear /><add key="local" value="{packages}" /></packageSources></configuration>""");
        _variables = new Dictionary<string, string?>
        {
            ["DOTNET_CLI_HOME"] = _account.FullName,
            ["NUGET_PACKAGES"] = Path.Combine(_account.FullName, "packages"),
            ["EMAILSETTINGS_STORE"] = Path.Combine(_account.FullName, "settings.db"),
        };
        ToolProcess.Run("dotnet", _variables, "tool", "install", "EmailSettings.Cli", "--tool-path", Folder, "--configfile", configuration);
    }

    /// <summary>The installation folder.</summary>
    public string Folder => Path.Combine(_account.FullName, "tools");

    /// <summary>The names of the installed files.</summary>
    public IReadOnlyList<string> Files => [.. Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file))];

    /// <summary>Runs the installed command.</summary>
    public string Run(params string[] arguments) =>
        ToolProcess.Run(Path.Combine(Folder, OperatingSystem.IsWindows() ? "emailsettings.exe" : "emailsettings"), _variables, arguments);

    /// <summary>Shows the basic settings of a store that does not exist yet.</summary>
    public JsonElement ShowBasic() => JsonDocument.Parse(Run("show", "basic", "--output", "json")).RootElement;

    public void Uninstall() => ToolProcess.Run("dotnet", _variables, "tool", "uninstall", "EmailSettings.Cli", "--tool-path", Folder);

    /// <summary>Gets the platforms in a pointer package, in order.</summary>
    public static IEnumerable<string> PlatformsOf(string pointer)
    {
        using var archive = ZipFile.OpenRead(pointer);
        using var settings = archive.GetEntry("tools/any/any/DotnetToolSettings.xml")!.Open();
        return [.. System.Xml.Linq.XDocument.Load(settings).Descendants("RuntimeIdentifierPackage").Select(package => package.Attribute("RuntimeIdentifier")!.Value)];
    }

    public void Dispose() => _account.Delete(recursive: true);
}
