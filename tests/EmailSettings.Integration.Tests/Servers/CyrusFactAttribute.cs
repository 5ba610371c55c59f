namespace EmailSettings.Integration.Tests.Servers;

/// <summary>A fact that needs Cyrus; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CyrusFactAttribute : FactAttribute
{
    public CyrusFactAttribute() => Skip = ServerRequirements.Cyrus;
}
