namespace EmailSettings.Cli.Tests;

/// <summary>A test that needs a certificate store of its own: on Windows the account's cannot be moved elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "The account's certificate store cannot be moved on Windows.";
    }
}
