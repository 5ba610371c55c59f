using Xunit;

namespace EmailSettings.PowerShell.Tests;

/// <summary>A fact that needs PowerShell 7.6 with Pester 5; skipped with the reason where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PowerShellFactAttribute : FactAttribute
{
    public PowerShellFactAttribute() => Skip = PowerShellRequirements.Missing is { } missing ? $"module tests: not run, {missing}" : null;
}
