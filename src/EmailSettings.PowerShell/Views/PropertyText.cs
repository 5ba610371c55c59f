using System.Globalization;
using System.Management.Automation;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Presentation;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.PowerShell.Views;

/// <summary>
/// Formats properties for views. They are read by name, so that objects returned by jobs and remote sessions look like the
/// originals.
/// </summary>
internal static class PropertyText
{
    /// <summary>Gets a property; null if it is missing.</summary>
    public static object? Value(PSObject item, string name) => item.Properties[name]?.Value switch
    {
        PSObject { BaseObject: not PSCustomObject } wrapped => wrapped.BaseObject,
        var value => value,
    };

    /// <summary>Gets a property that is an object itself; null if it is null or missing.</summary>
    public static PSObject? Part(PSObject item, string name) => item.Properties[name]?.Value is { } value ? PSObject.AsPSObject(value) : null;

    /// <summary>Gets a property as text, empty for null.</summary>
    public static string Text(PSObject item, string name) => ToText(item.Properties[name]?.Value);

    /// <summary>Gets a property as text with control characters escaped.</summary>
    public static string Escaped(PSObject item, string name) => DisplayText.EscapeLines(Text(item, name));

    /// <summary>Converts a value to text with control characters escaped.</summary>
    public static string Escaped(object? value) => DisplayText.EscapeLines(ToText(value));

    /// <summary>Returns whether a property is true by PowerShell's rules: not false, zero, empty or null.</summary>
    public static bool Is(PSObject item, string name) => LanguagePrimitives.IsTrue(item.Properties[name]?.Value);

    /// <summary>Gets a number; null if it is missing.</summary>
    public static long? Number(PSObject item, string name) => Value(item, name) is { } value ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null;

    /// <summary>Gets the items of a list, without nulls; a single value is a list of one.</summary>
    public static IEnumerable<PSObject> Items(PSObject item, string name)
    {
        var value = item.Properties[name]?.Value;
        var items = LanguagePrimitives.GetEnumerable(value);
        if (items is null) return value is null ? [] : [PSObject.AsPSObject(value)];
        return items.Cast<object?>().OfType<object>().Select(PSObject.AsPSObject);
    }

    /// <summary>Joins the items of a list as text with control characters escaped.</summary>
    public static string Joined(PSObject item, string name, string separator = ", ", Func<PSObject, string>? text = null) =>
        string.Join(separator, Items(item, name).Select(each => DisplayText.EscapeLines(text is null ? ToText(each) : text(each))));

    /// <summary>Colours a status.</summary>
    public static string Status(PSObject? item, string name = "Status", int width = 0)
    {
        var text = item is null ? "" : Text(item, name);
        return Colored(text.PadRight(width), Enum.TryParse<CheckStatus>(text, out var status) ? Tones.Of(status) : Tone.Plain);
    }

    /// <summary>Colours a severity.</summary>
    public static string Severity(PSObject finding, int width)
    {
        var text = Text(finding, "Severity");
        return Colored(text.PadRight(width), Enum.TryParse<Severity>(text, out var severity) ? Tones.Of(severity) : Tone.Plain);
    }

    /// <summary>Colours a cell.</summary>
    public static string Colored(Cell cell) => Colored(cell.Text, cell.Tone);

    /// <summary>Colours a text (ECMA-48 SGR). PowerShell removes the sequences if its output shows no colours.</summary>
    public static string Colored(string text, Tone tone) => tone switch
    {
        Tone.Good => $"\u001B[32m{text}\u001B[0m",
        Tone.Doubtful => $"\u001B[33m{text}\u001B[0m",
        Tone.Bad => $"\u001B[31m{text}\u001B[0m",
        _ => text,
    };

    private static string ToText(object? value) => value is null ? "" : LanguagePrimitives.ConvertTo<string>(value);
}
