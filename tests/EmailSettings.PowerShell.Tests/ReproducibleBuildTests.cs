using EmailSettings.Testing;


namespace EmailSettings.PowerShell.Tests;

public sealed class ReproducibleBuildTests
{
    [Fact]
    public void Two_fresh_clones_in_different_folders_give_the_same_bytes()
    {
        Assert.SkipUnless(FullNumbers.Wanted, "takes minutes: run with EMAILSETTINGS_FULL_TESTS=1");
        Skip.WithoutPowerShell();
        var (exitCode, output) = PowerShellProcess.Run("& $env:COMPARE_BUILDS", new Dictionary<string, string?>
        {
            ["COMPARE_BUILDS"] = Path.Combine(Repository.Root, "build", "Compare-Builds.ps1"),
        });
        Assert.True(exitCode == 0 && output.Contains("gave the same bytes", StringComparison.Ordinal), output);
    }
}
