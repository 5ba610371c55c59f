using System.Security.Principal;

namespace EmailSettings.Testing;

/// <summary>Ends a test as skipped, with the reason, where the machine lacks what the test needs. Its first line, before anything is made.</summary>
public static class Skip
{
    /// <summary>Skips for what is missing, in plain words; null means that nothing is.</summary>
    public static void IfMissing(string? missing)
    {
        if (missing is not null) Assert.Skip(missing);
    }

    public static void OnWindows(string why) => Assert.SkipWhen(OperatingSystem.IsWindows(), why);

    public static void WithoutFileModes() => OnWindows("Windows has access lists instead of file modes.");

    /// <summary>For what only Windows has: access lists, <c>LocalMachine\My</c>, keys that cannot be exported.</summary>
    public static void UnlessWindows() => Assert.SkipUnless(OperatingSystem.IsWindows(), "Needs Windows.");

    /// <summary>For what is written where only an administrator of Windows may.</summary>
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
