using System.Text.RegularExpressions;

namespace EmailSettings.Core.Findings;

/// <summary>
/// Next steps name both fronts, PowerShell first: <c>Update-MailPassword ('emailsettings secret reprotect')</c>, or
/// <c>(-Force, '--force')</c> for an option. On the command line its own way comes first.
/// </summary>
public static partial class CommandLineWording
{
    /// <summary>Lets the command line's own way come first wherever a next step names both.</summary>
    /// <param name="step">The step as the table has it, before or without what is filled in: a value may hold anything.</param>
    public static string First(string step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Option().Replace(Command().Replace(step, "$2 ($1)"), "($2, $1)");
    }

    [GeneratedRegex(@"((?:[A-Z][a-z]+-[A-Z]\w+|-[A-Z]\w+|TlsMode)(?: [^ ,;(]+)*?) \(('(?:emailsettings |--)[^']*')\)")]
    private static partial Regex Command();

    [GeneratedRegex(@"\(((?:-[A-Z]|TlsMode)[^,(]*), ('--[^)]*)\)")]
    private static partial Regex Option();
}
