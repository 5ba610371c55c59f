namespace EmailSettings.Core.Tests.Storage;

/// <summary>A test that needs root on Linux: to run as another account, or to mount a small file system.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root") Skip = "Needs root on Linux, to become another account or to mount.";
    }
}
