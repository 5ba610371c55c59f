using System.CommandLine;
using System.Globalization;

namespace EmailSettings.Cli.Input;

/// <summary>A moment as people type it: ISO 8601, of this computer's time zone where none is given; a date is its first moment.</summary>
internal static class MomentArgument
{
    public const string Allowed = "a date or time such as 2026-11-28 or 2026-11-28T06:30Z";

    private static readonly string[] Forms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd' 'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd' 'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd' 'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>The moment, or null.</summary>
    public static DateTimeOffset? TryParse(string text) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var moment) ? moment : null;

    /// <summary>An option that takes one.</summary>
    public static Option<DateTimeOffset?> Option(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            if (result.Tokens is [{ Value: var text }] && TryParse(text) is { } moment) return moment;
            result.AddError($"{name} takes {Allowed}.");
            return null;
        },
    };
}
