using System.ComponentModel;
using System.Diagnostics;

namespace EmailSettings.Messages.Tests;

/// <summary>A theory that needs GMime behind a Python, a parser in C that is no kin of ours; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GMimeTheoryAttribute : TheoryAttribute
{
    public GMimeTheoryAttribute() => Skip = Program is null ? "GMime for Python (python3-gi, gir1.2-gmime-3.0) is not installed" : null;

    /// <summary>The interpreter that finds it, or null: the first of the path need not be the system's.</summary>
    public static string? Program { get; } = new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(HasGMime);

    private static bool HasGMime(string python)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import gi; gi.require_version('GMime', '3.0')"]) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
