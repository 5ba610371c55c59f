namespace EmailSettings.Cli.Tests;

/// <summary>A test that needs bash.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BashFactAttribute : FactAttribute
{
    public BashFactAttribute()
    {
        if (!File.Exists("/bin/bash")) Skip = "Needs bash.";
    }
}
