using System.Globalization;
using System.Management.Automation;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Presentation;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.PowerShell.Views;

/// <summary>
/// What views make of properties. They are read by name, so that what a job or a remote session sent back is shown like what it
/// came from.
/// </summary>
internal static class Shown
{
    /// <summary>A property; null where there is none.</summary>
    public static object? Value(PSObject item, string name) => item.Properties[name]?.Value switch
    {
        PSObject { BaseObject: not PSCustomObject } wrapped => wrapped.BaseObject,
        var value => value,
    };

    /// <summary>A property as an object with properties of its own; null where it is null.</summary>
    public static PSObject? Part(PSObject item, string name) => item.Properties[name]?.Value is { } value ? PSObject.AsPSObject(value) : null;

    /// <summary>A property as text, empty for null.</summary>
    public static string Text(PSObject item, string name) => ToText(item.Properties[name]?.Value);

    /// <summary>A property as text that is safe to show.</summary>
    public static string Escaped(PSObject item, string name) => DisplayText.EscapeLines(Text(item, name));

    /// <summary>A value as text that is safe to show.</summary>
    public static string Escaped(object? value) => DisplayText.EscapeLines(ToText(value));

    /// <summary>A property is true, or anything but empty.</summary>
    public static bool Is(PSObject item, string name) => LanguagePrimitives.IsTrue(item.Properties[name]?.Value);

    /// <summary>A number; null where there is none.</summary>
    public static long? Number(PSObject item, string name) => Value(item, name) is { } value ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null;

    /// <summary>What is in a list, without nulls; a single value is a list of one.</summary>
    public static IEnumerable<PSObject> Items(PSObject item, string name)
    {
        var value = item.Properties[name]?.Value;
        var items = LanguagePrimitives.GetEnumerable(value);
        if (items is null) return value is null ? [] : [PSObject.AsPSObject(value)];
        return items.Cast<object?>().OfType<object>().Select(PSObject.AsPSObject);
    }

    /// <summary>What is in a list, as text that is safe to show.</summary>
    public static string Joined(PSObject item, string name, string separator = ", ", Func<PSObject, string>? text = null) =>
        string.Join(separator, Items(item, name).Select(each => DisplayText.EscapeLines(text is null ? ToText(each) : text(each))));

    /// <summary>A status in its colour.</summary>
    public static string Status(PSObject? item, string name = "Status", int width = 0)
    {
        var text = item is null ? "" : Text(item, name);
        return Painted(text.PadRight(width), Enum.TryParse<CheckStatus>(text, out var status) ? Tones.Of(status) : Tone.Plain);
    }

    /// <summary>A severity in its colour.</summary>
    public static string Severity(PSObject finding, int width)
    {
        var text = Text(finding, "Severity");
        return Painted(text.PadRight(width), Enum.TryParse<Severity>(text, out var severity) ? Tones.Of(severity) : Tone.Plain);
    }

    /// <summary>A cell in its colour.</summary>
    public static string Painted(Cell cell) => Painted(cell.Text, cell.Tone);

    /// <summary>A text in a colour (ECMA-48 SGR), which PowerShell takes out wherever its output shows none.</summary>
    public static string Painted(string text, Tone tone) => tone switch
    {
        Tone.Good => $"\u001B[32m{text}\u001B[0m",
        Tone.Doubtful => $"\u001B[33m{text}\u001B[0m",
        Tone.Bad => $"\u001B[31m{text}\u001B[0m",
        _ => text,
    };

    private static string ToText(object? value) => value is null ? "" : LanguagePrimitives.ConvertTo<string>(value);
}
