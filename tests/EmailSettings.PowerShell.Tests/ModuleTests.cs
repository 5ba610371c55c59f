using Xunit;

namespace EmailSettings.PowerShell.Tests;

/// <summary>The module's own suite, which only a real PowerShell can run.</summary>
public sealed class ModuleTests
{
    [PowerShellFact]
    public void All_module_tests_pass_in_a_real_PowerShell_on_the_staged_module()
    {
        Directory.CreateDirectory(Repository.Results);
        var (exitCode, output) = PowerShellProcess.Run("& $env:MODULE_TESTS -Manifest $env:MODULE_MANIFEST -CountsFolder $env:MODULE_RESULTS; exit $LASTEXITCODE", new Dictionary<string, string?>
        {
            ["MODULE_TESTS"] = Path.Combine(Repository.Root, "tests", "Module", "Invoke-ModuleTests.ps1"),
            ["MODULE_MANIFEST"] = Path.Combine(Repository.Stage, "EmailSettings.psd1"),
            ["MODULE_RESULTS"] = Repository.Results,
        });
        Assert.True(exitCode == 0, output);
    }
}
