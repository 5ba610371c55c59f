namespace EmailSettings.Integration.Tests.Servers;

/// <summary>A theory that needs Cyrus; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CyrusTheoryAttribute : TheoryAttribute
{
    public CyrusTheoryAttribute() => Skip = ServerRequirements.Cyrus;
}
