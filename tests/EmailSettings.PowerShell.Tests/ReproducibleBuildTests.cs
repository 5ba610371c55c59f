using Xunit;

namespace EmailSettings.PowerShell.Tests;

public sealed class ReproducibleBuildTests
{
    [FullFact]
    public void Two_fresh_clones_in_different_folders_give_the_same_bytes()
    {
        var (exitCode, output) = PowerShellProcess.Run("& $env:COMPARE_BUILDS", new Dictionary<string, string?>
        {
            ["COMPARE_BUILDS"] = Path.Combine(Repository.Root, "build", "Compare-Builds.ps1"),
        });
        Assert.True(exitCode == 0 && output.Contains("gave the same bytes", StringComparison.Ordinal), output);
    }
}
