using EmailSettings.Integration.Tests.Servers;
using EmailSettings.PowerShell.Tests;

namespace EmailSettings.Integration.Tests.Fronts;

/// <summary>A theory that needs Postfix and a PowerShell for the module; skipped with the reason where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ModuleOnPostfixTheoryAttribute : TheoryAttribute
{
    public ModuleOnPostfixTheoryAttribute() => Skip = ServerRequirements.Postfix ?? PowerShellRequirements.Missing;
}
