using System.CommandLine;
using EmailSettings.Core.Findings;

namespace EmailSettings.Cli.Input;

/// <summary>
/// A time as users type it: ISO 8601, in the local time zone unless it names one. A date without a time means midnight.
/// </summary>
internal static class MomentArgument
{
    public const string Allowed = "a date or time such as 2026-11-28 or 2026-11-28T06:30Z";

    /// <summary>Parses the time; null if invalid.</summary>
    public static DateTimeOffset? TryParse(string text) =>
        Iso8601.TryParse(text, out DateTimeOffset moment) ? moment : null;

    /// <summary>Creates an option with a time.</summary>
    public static Option<DateTimeOffset?> Option(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            if (result.Tokens is [{ Value: var text }] && TryParse(text) is { } moment) return moment;
            result.AddError($"{name} must be {Allowed}.");
            return null;
        },
    };
}
