using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Presentation;

/// <summary>What each front calls its own commands.</summary>
public static class FrontWording
{
    /// <summary>The next step of a finding, the front's own way first.</summary>
    public static string StepOf(this Front front, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return front == Front.CommandLine ? finding.CommandLineStep : finding.NextStep;
    }

    /// <summary>A next step that names both fronts, PowerShell first, with the front's own way first.</summary>
    public static string StepOf(this Front front, string step) => front == Front.CommandLine ? CommandLineWording.First(step) : step;

    /// <summary>One of two commands that do the same.</summary>
    /// <param name="front">The front.</param>
    /// <param name="cmdlet">The cmdlet with its parameters.</param>
    /// <param name="command">The command with its arguments, without the name of the program.</param>
    public static string CommandOf(this Front front, string cmdlet, string command) => front == Front.CommandLine ? $"'emailsettings {command}'" : cmdlet;
}
