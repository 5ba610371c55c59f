namespace EmailSettings.Integration.Tests.Servers;

/// <summary>A fact that needs Dovecot; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DovecotFactAttribute : FactAttribute
{
    public DovecotFactAttribute() => Skip = ServerRequirements.Dovecot;
}
