using System.Diagnostics;

namespace EmailSettings.Testing;

/// <summary>A separate, non-interactive PowerShell without profile.</summary>
public static class PowerShellProcess
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Runs a script to completion.</summary>
    /// <param name="script">The script.</param>
    /// <param name="environment">Variables to set; null removes one.</param>
    public static (int ExitCode, string Output) Run(string script, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(PowerShellRequirements.Program!, ["-NoProfile", "-NonInteractive", "-Command", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        foreach (var (name, value) in environment) start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        // A single block, so that the whole script is read before it runs.
        process.StandardInput.Write($"& {{\n{script}\n}}\n\n");
        process.StandardInput.Close();
        if (!process.WaitForExit(Longest))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"PowerShell did not end within {Longest}.");
        }
        return (process.ExitCode, output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult());
    }
}
