namespace EmailSettings.Cli.Tests;

/// <inheritdoc cref="ShellFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ShellTheoryAttribute : TheoryAttribute
{
    public ShellTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux()) Skip = ShellFactAttribute.Reason;
    }
}
