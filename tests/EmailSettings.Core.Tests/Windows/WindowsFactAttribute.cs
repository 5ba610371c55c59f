namespace EmailSettings.Core.Tests.Windows;

/// <summary>A test of what only Windows has: access lists, <c>LocalMachine\My</c>, keys that cannot be exported.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WindowsFactAttribute : FactAttribute
{
    public WindowsFactAttribute()
    {
        if (!OperatingSystem.IsWindows()) Skip = "Needs Windows.";
    }
}

/// <inheritdoc cref="WindowsFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WindowsTheoryAttribute : TheoryAttribute
{
    public WindowsTheoryAttribute()
    {
        if (!OperatingSystem.IsWindows()) Skip = "Needs Windows.";
    }
}
