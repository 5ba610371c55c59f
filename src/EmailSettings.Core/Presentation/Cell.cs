using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Presentation;

/// <summary>A value as people are shown it.</summary>
/// <param name="Text">The text, safe to show.</param>
/// <param name="Tone">What its colour says.</param>
public sealed record Cell(string Text, Tone Tone = Tone.Plain)
{
    /// <summary>Any value, with the same in another form in brackets behind it, if there is one.</summary>
    public static Cell Of(object? value, string? beside) => beside is null ? Of(value) : Of(value) is var cell ? cell with { Text = $"{cell.Text} ({beside})" } : cell;

    /// <summary>Any value; text from outside is escaped, nothing is <c>-</c>.</summary>
    public static Cell Of(object? value, Tone tone = Tone.Plain) => new(value switch
    {
        null => "-",
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => Iso8601.Readable(time),
        DateOnly date => Iso8601.Day(date),
        IEnumerable<string> items => items.Any() ? DisplayText.Escape(string.Join(", ", items)) : "-",
        _ => DisplayText.Escape(Convert.ToString(value, CultureInfo.InvariantCulture)),
    }, tone);
}
