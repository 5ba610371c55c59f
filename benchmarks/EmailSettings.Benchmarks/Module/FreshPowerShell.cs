using System.Diagnostics;
using System.Globalization;

namespace EmailSettings.Benchmarks.Module;

/// <summary>PowerShell processes with a separate home, so that no certificate or store of the account is touched.</summary>
/// <param name="program">The PowerShell to run; by default that of the path.</param>
internal sealed class FreshPowerShell(string program = "pwsh") : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("emailsettings-bench-").FullName;

    /// <summary>Whether there is a <c>pwsh</c> to run.</summary>
    public static bool IsThere => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh")));

    /// <summary>The store shared by the processes.</summary>
    public string Store => Path.Combine(_home, "settings.db");

    /// <summary>A folder for files with the same lifetime as this.</summary>
    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(_home, name)).FullName;

    /// <summary>Runs a script in a separate process.</summary>
    /// <returns>The lines of its output.</returns>
    public IReadOnlyList<string> Run(string script)
    {
        var start = new ProcessStartInfo(program, ["-NoProfile", "-NonInteractive", "-Command", $"$ErrorActionPreference = 'Stop'\n{script}"]) { RedirectStandardOutput = true };
        start.Environment["HOME"] = _home;
        start.Environment["XDG_DATA_HOME"] = null;
        start.Environment["EMAILSETTINGS_STORE"] = Store;
        start.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"PowerShell ended with {process.ExitCode}: {output}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Runs a script that writes numbers, one per line.</summary>
    public double[] Numbers(string script) => [.. Run(script).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];

    public void Dispose() => Directory.Delete(_home, recursive: true);
}
