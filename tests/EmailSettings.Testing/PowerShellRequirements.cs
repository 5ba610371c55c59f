using System.Globalization;

namespace EmailSettings.Testing;

/// <summary>The PowerShell for the module tests, and what is missing for them on this machine.</summary>
public static class PowerShellRequirements
{
    private static readonly Version Oldest = new(7, 6);

    /// <summary>What is missing; null for nothing.</summary>
    public static string? Missing { get; }

    /// <summary>The program: <c>pwsh</c> on the PATH, else that of a global dotnet tool.</summary>
    public static string? Program { get; } = Find();

    static PowerShellRequirements()
    {
        if (Program is null)
        {
            Missing = "no PowerShell found";
            return;
        }
        var answer = PowerShellProcess.Run("""
            (Get-Host).Version.ToString(2)
            [bool](Get-Module -ListAvailable -FullyQualifiedName @{ ModuleName = "Pester"; ModuleVersion = "5.5"; MaximumVersion = "5.99" })
            """, new Dictionary<string, string?>()).Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Missing = answer is not [var version, var hasPester] ? "no PowerShell found"
            : !Version.TryParse(version, out var found) || found < Oldest ? string.Create(CultureInfo.InvariantCulture, $"PowerShell is older than {Oldest}")
            : hasPester != "True" ? "no Pester 5 (5.5 or later) found"
            : null;
    }

    private static string? Find()
    {
        var name = OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Append(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet", "tools"));
        return folders.Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }
}
