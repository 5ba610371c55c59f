using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Presentation;

/// <summary>Names commands as each front end does.</summary>
public static class FrontWording
{
    /// <summary>Gets the next step of a finding, with the front end's own command first.</summary>
    public static string StepOf(this Front front, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return front == Front.CommandLine ? finding.CommandLineStep : finding.NextStep;
    }

    /// <summary>Rewords a next step that names both front ends, so that the front end's own command comes first.</summary>
    public static string StepOf(this Front front, string step) => front == Front.CommandLine ? CommandLineWording.First(step) : step;

    /// <summary>Gets the front end's own of two equivalent commands.</summary>
    /// <param name="front">The front end.</param>
    /// <param name="cmdlet">The cmdlet with its parameters.</param>
    /// <param name="command">The command with its arguments, without the name of the program.</param>
    public static string CommandOf(this Front front, string cmdlet, string command) => front == Front.CommandLine ? $"'emailsettings {command}'" : cmdlet;
}
