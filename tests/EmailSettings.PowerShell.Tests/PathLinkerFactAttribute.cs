using Xunit;

namespace EmailSettings.PowerShell.Tests;

/// <summary>A fact of linkers that are found on the PATH; Windows' own is found by Visual Studio's installer.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PathLinkerFactAttribute : FactAttribute
{
    public PathLinkerFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows' linker is not looked for on the PATH." : null;
}
