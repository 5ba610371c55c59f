namespace EmailSettings.Core.Tests.Secrets;

/// <summary>A test of what Windows has not: file modes, unless another reason is given.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute(string whyNotOnWindows = "Windows has access lists instead of file modes.")
    {
        if (OperatingSystem.IsWindows()) Skip = whyNotOnWindows;
    }
}

/// <inheritdoc cref="UnixFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "Windows has access lists instead of file modes.";
    }
}
