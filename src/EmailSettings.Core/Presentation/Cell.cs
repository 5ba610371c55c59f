using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Presentation;

/// <summary>A value as shown to people.</summary>
/// <param name="Text">The text, safe to show.</param>
/// <param name="Tone">The meaning of its colour.</param>
public sealed record Cell(string Text, Tone Tone = Tone.Plain)
{
    /// <summary>Formats a value, followed by its other form in brackets, if it has one.</summary>
    public static Cell Of(object? value, string? beside) => beside is null ? Of(value) : Of(value) is var cell ? cell with { Text = $"{cell.Text} ({beside})" } : cell;

    /// <summary>Formats a value; external text is escaped, null is <c>-</c>.</summary>
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
