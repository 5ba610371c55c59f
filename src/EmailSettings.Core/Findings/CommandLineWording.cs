using System.Text.RegularExpressions;

namespace EmailSettings.Core.Findings;

/// <summary>
/// Next steps name both front ends, PowerShell first: <c>Update-MailPassword ('emailsettings secret reprotect')</c>, or
/// <c>(-Force, '--force')</c> for an option. The command line shows its own form first.
/// </summary>
public static partial class CommandLineWording
{
    /// <summary>Puts the command-line form first wherever a next step names both.</summary>
    /// <param name="step">The template of the step; not the filled text, whose values may contain anything.</param>
    public static string First(string step)
    {
        ArgumentNullException.ThrowIfNull(step);
        // Most steps name neither.
        if (!step.Contains("'--", StringComparison.Ordinal) && !step.Contains("'emailsettings ", StringComparison.Ordinal)) return step;
        return Option().Replace(Command().Replace(step, "$2 ($1)"), "($2, $1)");
    }

    [GeneratedRegex(@"((?:[A-Z][a-z]+-[A-Z]\w+|-[A-Z]\w+|TlsMode)(?: [^ ,;(]+)*?) \(('(?:emailsettings |--)[^']*')\)")]
    private static partial Regex Command();

    [GeneratedRegex(@"\(((?:-[A-Z]|TlsMode)[^,(]*), ('--[^)]*)\)")]
    private static partial Regex Option();
}
