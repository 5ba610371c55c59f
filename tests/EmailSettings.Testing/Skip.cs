using System.Security.Principal;

namespace EmailSettings.Testing;

/// <summary>
/// Skips a test, with the reason, if the machine lacks something it needs. Used first in a test, before anything is created.
/// </summary>
public static class Skip
{
    /// <summary>Skips the test if something is missing; null means nothing is.</summary>
    public static void IfMissing(string? missing)
    {
        if (missing is not null) Assert.Skip(missing);
    }

    public static void OnWindows(string why) => Assert.SkipWhen(OperatingSystem.IsWindows(), why);

    public static void WithoutFileModes() => OnWindows("Windows has access lists instead of file modes.");

    /// <summary>For features of Windows: access control lists, <c>LocalMachine\My</c>, non-exportable keys.</summary>
    public static void UnlessWindows(string why = "Needs Windows.") => Assert.SkipUnless(OperatingSystem.IsWindows(), why);

    /// <summary>For paths that only an administrator of Windows may write to.</summary>
    public static void UnlessWindowsAdministrator()
    {
        UnlessWindows();
        if (!OperatingSystem.IsWindows()) return;
        using var identity = WindowsIdentity.GetCurrent();
        Assert.SkipUnless(new WindowsPrincipal(identity).IsInRole(WindowsBuiltInRole.Administrator), "Needs an administrator.");
    }

    public static void UnlessLinux(string why) => Assert.SkipUnless(OperatingSystem.IsLinux(), why);

    public static void UnlessRoot() =>
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "Needs root on Linux, to become another account or to mount.");

    public static void WithoutOpenssl() => IfMissing(Programs.MissingOpenssl);

    public static void WithoutPowerShell() => IfMissing(PowerShellRequirements.Missing is { } missing ? $"module tests: not run, {missing}" : null);
}
