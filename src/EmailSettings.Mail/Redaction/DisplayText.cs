using System.Buffers;
using System.Globalization;
using System.Text;

namespace EmailSettings.Mail.Redaction;

/// <summary>Makes text from outside (server replies, names in documents) safe to show.</summary>
public static class DisplayText
{
    /// <summary>
    /// Replaces control characters, bidirectional controls, line separators, lone surrogates and other invisible format
    /// characters with <c>\u{HEX}</c>; all other characters are kept.
    /// </summary>
    public static string Escape(string? text) => Escape(text, keepsLines: false);

    /// <summary>
    /// Applies <see cref="Escape(string)"/> to each line of a text: lines stay separated by LF, and a carriage return before it
    /// is dropped.
    /// </summary>
    public static string EscapeLines(string? text) => Escape(text, keepsLines: true);

    /// <summary>
    /// Applies <see cref="Escape(string)"/>, then cuts to <paramref name="length"/> characters and states the full length.
    /// </summary>
    public static string Shorten(string? text, int length = 80)
    {
        var shown = Escape(text is { Length: > 4096 } ? text[..4096] : text);
        if (shown.Length <= length) return shown;
        var end = char.IsHighSurrogate(shown[length - 1]) ? length - 1 : length;
        return $"{shown[..end]}… ({text!.Length} characters)";
    }

    // Measured first, because a server may send a lot to escape: only the result is allocated.
    private static string Escape(string? text, bool keepsLines)
    {
        if (string.IsNullOrEmpty(text)) return string.Empty;
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        var (length, isSame) = Write(text, keepsLines, []);
        return isSame ? text : string.Create(length, (text, keepsLines), static (into, from) => Write(from.text, from.keepsLines, into));
    }

    /// <summary>Writes the text, or only measures it if there is no buffer.</summary>
    private static (int Length, bool IsSame) Write(string text, bool keepsLines, Span<char> into)
    {
        Span<char> buffer = stackalloc char[16];
        var (length, isSame) = (0, true);
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var read = 0;
            while (read < rest.Length && rest[read] is >= ' ' and <= '~') read++;
            scoped var shown = rest[..read];
            if (read == 0)
            {
                var isRune = Rune.DecodeFromUtf16(rest, out var rune, out read) == OperationStatus.Done;
                var isLineEnd = keepsLines && rest is ['\n', ..] or ['\r', '\n', ..];
                shown = isLineEnd ? rest[..(rest[0] == '\n' ? 1 : 0)]
                    : isRune && !IsHidden(rune) ? rest[..read]
                    : Escaped(isRune ? rune.Value : rest[0], buffer);
                isSame &= shown.Length == read;
            }
            if (!into.IsEmpty) shown.CopyTo(into[length..]);
            length += shown.Length;
            rest = rest[read..];
        }
        return (length, isSame);
    }

    private static ReadOnlySpan<char> Escaped(int code, Span<char> buffer)
    {
        // An interpolated string would box the number until it is compiled with optimizations: 48 bytes for each character.
        @"\u{".CopyTo(buffer);
        code.TryFormat(buffer[3..], out var digits, "X", CultureInfo.InvariantCulture);
        buffer[3 + digits] = '}';
        return buffer[..(4 + digits)];
    }

    // Zero-width joiners and variation selectors shape emoji and letters of several scripts, so they are text, not a disguise.
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        // Letters and marks without a glyph (Unicode's Default_Ignorable_Code_Point), and the blank Braille pattern.
        _ => rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0
            or (>= 0x2060 and <= 0x206F) or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and < 0xE0100) or (>= 0xE01F0 and <= 0xE0FFF),
    };
}
