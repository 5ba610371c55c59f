using EmailSettings.Testing;

namespace EmailSettings.PowerShell.Tests;

/// <summary>A run of the module's own suite in a real PowerShell, shared by several tests.</summary>
internal sealed record ModuleTestRun(int ExitCode, string Output)
{
    private static readonly Lazy<ModuleTestRun> TheRun = new(Start);

    /// <summary>The run, started on first use.</summary>
    public static ModuleTestRun Result => TheRun.Value;

    /// <summary>The errors that occurred, as PowerShell names them: the id, a comma, the class of the cmdlet.</summary>
    public IReadOnlyList<string> Errors { get; } = File.ReadAllLines(Path.Combine(Repository.Results, "module.errors"));

    /// <summary>The tests that were skipped, with the reason.</summary>
    public string Skipped { get; } = File.ReadAllText(Path.Combine(Repository.Results, "module.skipped"));

    private static ModuleTestRun Start()
    {
        Directory.CreateDirectory(Repository.Results);
        foreach (var kept in new[] { "module.errors", "module.skipped" }) File.WriteAllText(Path.Combine(Repository.Results, kept), "");
        var (exitCode, output) = PowerShellProcess.Run("& $env:MODULE_TESTS -Manifest $env:MODULE_MANIFEST -CountsFolder $env:MODULE_RESULTS -Parallel 2; exit $LASTEXITCODE", new Dictionary<string, string?>
        {
            ["MODULE_TESTS"] = Path.Combine(Repository.Root, "tests", "Module", "Invoke-ModuleTests.ps1"),
            ["MODULE_MANIFEST"] = Path.Combine(Repository.Stage, "EmailSettings.psd1"),
            ["MODULE_RESULTS"] = Repository.Results,
        });
        return new ModuleTestRun(exitCode, output);
    }
}
