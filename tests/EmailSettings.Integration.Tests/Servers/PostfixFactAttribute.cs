namespace EmailSettings.Integration.Tests.Servers;

/// <summary>A fact that needs Postfix and, behind it, Dovecot; skipped with the reason where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostfixFactAttribute : FactAttribute
{
    public PostfixFactAttribute() => Skip = ServerRequirements.Postfix;
}
