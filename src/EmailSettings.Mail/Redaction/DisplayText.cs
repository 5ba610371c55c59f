using System.Globalization;
using System.Text;

namespace EmailSettings.Mail.Redaction;

/// <summary>Makes text from outside (server replies, names in documents) safe to show.</summary>
public static class DisplayText
{
    /// <summary>
    /// Writes control characters, bidirectional controls, line separators, lone surrogates and other invisible
    /// format characters as <c>\u{HEX}</c>; every other character stays as it is.
    /// </summary>
    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text)) return string.Empty;
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;

        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isRune = Rune.TryGetRuneAt(text, i, out var rune);
            var code = isRune ? rune.Value : text[i];
            if (!isRune || IsHidden(rune)) shown.Append(CultureInfo.InvariantCulture, $"\\u{{{code:X}}}");
            else shown.Append(rune);
            if (isRune && rune.Utf16SequenceLength == 2) i++;
        }
        return shown.ToString();
    }

    /// <summary><see cref="Escape"/>, then cut to <paramref name="length"/> characters with the full length named.</summary>
    public static string Shorten(string? text, int length = 80)
    {
        var shown = Escape(text is { Length: > 4096 } ? text[..4096] : text);
        if (shown.Length <= length) return shown;
        var end = char.IsHighSurrogate(shown[length - 1]) ? length - 1 : length;
        return $"{shown[..end]}… ({text!.Length} characters)";
    }

    // Zero-width joiners shape emoji and several scripts, so they are text, not a disguise.
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        _ => false,
    };
}
