namespace EmailSettings.Integration.Tests.Servers;

/// <summary>A theory that needs Postfix and, behind it, Dovecot; skipped with the reason where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostfixTheoryAttribute : TheoryAttribute
{
    public PostfixTheoryAttribute() => Skip = ServerRequirements.Postfix;
}
