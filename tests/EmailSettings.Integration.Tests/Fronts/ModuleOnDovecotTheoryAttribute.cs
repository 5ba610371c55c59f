using EmailSettings.Integration.Tests.Servers;
using EmailSettings.PowerShell.Tests;

namespace EmailSettings.Integration.Tests.Fronts;

/// <summary>A theory that needs Dovecot and a PowerShell for the module; skipped with the reason where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ModuleOnDovecotTheoryAttribute : TheoryAttribute
{
    public ModuleOnDovecotTheoryAttribute() => Skip = ServerRequirements.Dovecot ?? PowerShellRequirements.Missing;
}
