using Xunit;

namespace EmailSettings.PowerShell.Tests;

/// <summary>A fact of many minutes, run where <c>EMAILSETTINGS_FULL_TESTS=1</c> asks for it and PowerShell is there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FullFactAttribute : FactAttribute
{
    public FullFactAttribute() => Skip = Environment.GetEnvironmentVariable("EMAILSETTINGS_FULL_TESTS") != "1" ? "takes minutes: run with EMAILSETTINGS_FULL_TESTS=1"
        : PowerShellRequirements.Missing is { } missing ? $"not run, {missing}"
        : null;
}
