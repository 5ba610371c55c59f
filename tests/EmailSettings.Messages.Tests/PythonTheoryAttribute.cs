using System.Diagnostics;

namespace EmailSettings.Messages.Tests;

/// <summary>A theory that needs Python, whose <c>email</c> package reads what was composed; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonTheoryAttribute : TheoryAttribute
{
    public PythonTheoryAttribute() => Skip = Program is null ? "python3 is not installed" : null;

    /// <summary>The interpreter, or null.</summary>
    public static string? Program { get; } = Find();

    private static string? Find()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3", ["-c", "import email, json"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0 ? "python3" : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
