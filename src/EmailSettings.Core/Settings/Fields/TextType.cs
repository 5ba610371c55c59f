using System.Globalization;
using System.Text;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>Unicode text of a bounded length without control characters.</summary>
/// <param name="maximum">Most characters (UTF-16 code units); the least is 1.</param>
/// <param name="lineBreaks">CR and LF are allowed.</param>
/// <param name="trim">White space at the ends is dropped and the text brought into NFC.</param>
public sealed class TextType(int maximum, bool lineBreaks = false, bool trim = false) : FieldType
{
    /// <summary>Most characters.</summary>
    public int Maximum => maximum;

    /// <summary>CR and LF are allowed.</summary>
    public bool HasLineBreaks => lineBreaks;

    /// <inheritdoc/>
    public override string Allowed { get; } = string.Create(CultureInfo.InvariantCulture,
        $"1 to {maximum} characters without control characters{(lineBreaks ? " except line breaks" : "")}");

    internal override object? Read(FieldReading reading)
    {
        if (!reading.TryGetText(out var text)) return reading.Refuse(SettingsErrors.ValueTypeWrong, Allowed);
        if (!IsUnicode(text)) return reading.Refuse(SettingsErrors.TextNotUnicode, Allowed);
        if (trim) text = text.Trim().Normalize(NormalizationForm.FormC);
        if (text.Length < 1 || text.Length > maximum)
            return reading.Refuse(SettingsErrors.TextLengthOutOfRange, Allowed, text.Length.ToString(CultureInfo.InvariantCulture));
        foreach (var c in text)
        {
            if (char.IsControl(c) && !(lineBreaks && c is '\r' or '\n')) return reading.Refuse(SettingsErrors.TextHoldsControl, Allowed, $"U+{(int)c:X4}");
        }
        return text;
    }

    /// <summary>
    /// True without lone surrogates, which no encoding can write, and without U+FFFE, which no text is to hold.
    /// </summary>
    internal static bool IsUnicode(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return !text.Contains('\uFFFE', StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\uFFFE') return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
