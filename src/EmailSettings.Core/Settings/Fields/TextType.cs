using System.Globalization;
using System.Text;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>Unicode text of a bounded length without control characters.</summary>
/// <param name="maximum">The maximum number of characters (UTF-16 code units); the minimum is 1.</param>
/// <param name="lineBreaks">Whether CR and LF are allowed.</param>
/// <param name="trim">Whether to trim white space and normalize to NFC.</param>
public sealed class TextType(int maximum, bool lineBreaks = false, bool trim = false) : FieldType
{
    /// <summary>The maximum number of characters.</summary>
    public int Maximum => maximum;

    /// <summary>Whether CR and LF are allowed.</summary>
    public bool HasLineBreaks => lineBreaks;

    /// <inheritdoc/>
    public override string Allowed { get; } = string.Create(CultureInfo.InvariantCulture,
        $"1 to {maximum} characters without control characters{(lineBreaks ? " except line breaks" : "")}");

    internal override object? Read(FieldInput input)
    {
        if (!input.TryGetText(out var text)) return input.Refuse(SettingsErrors.ValueTypeWrong, Allowed);
        if (!IsUnicode(text)) return input.Refuse(SettingsErrors.TextNotUnicode, Allowed);
        if (trim) text = text.Trim().Normalize(NormalizationForm.FormC);
        if (text.Length < 1 || text.Length > maximum)
            return input.Refuse(SettingsErrors.TextLengthOutOfRange, Allowed, text.Length.ToString(CultureInfo.InvariantCulture));
        foreach (var c in text)
        {
            if (char.IsControl(c) && !(lineBreaks && c is '\r' or '\n')) return input.Refuse(SettingsErrors.TextHoldsControl, Allowed, $"U+{(int)c:X4}");
        }
        return text;
    }

    /// <summary>
    /// Returns whether a text has no lone surrogates, which no encoding can write, and no U+FFFE, which is a noncharacter.
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
