namespace EmailSettings.Core.Tests.Secrets;

/// <summary>A test that looks into another process through <c>/proc</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux()) Skip = "Only Linux shows the memory of a process as a file.";
    }
}
