namespace EmailSettings.Cli.Tests;

/// <summary>A test that starts the program from a POSIX shell, with Linux' full device.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ShellFactAttribute : FactAttribute
{
    internal const string Reason = "There is no /dev/full here.";

    public ShellFactAttribute()
    {
        if (!OperatingSystem.IsLinux()) Skip = Reason;
    }
}
