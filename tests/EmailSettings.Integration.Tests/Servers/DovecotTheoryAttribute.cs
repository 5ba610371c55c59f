namespace EmailSettings.Integration.Tests.Servers;

/// <summary>A theory that needs Dovecot; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DovecotTheoryAttribute : TheoryAttribute
{
    public DovecotTheoryAttribute() => Skip = ServerRequirements.Dovecot;
}
