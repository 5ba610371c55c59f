using System.Text;

namespace EmailSettings.Cli.Output;

/// <summary>Wraps text: at spaces, and within a word only if it is longer than a line.</summary>
internal static class LineBreaks
{
    /// <summary>Returns the lines, none wider than <paramref name="width"/>; only spaces at their ends are dropped.</summary>
    public static List<string> Wrap(string text, int width)
    {
        if (DisplayWidth.Of(text) <= width) return [text];
        var lines = new List<string>();
        var rest = text.AsSpan();
        while (true)
        {
            var fits = LengthWithin(rest, width);
            if (fits == rest.Length) break;
            var line = rest[..LineEnd(rest, fits, width)];
            lines.Add(line.TrimEnd(' ').ToString());
            rest = rest[line.Length..].TrimStart(' ');
        }
        if (rest.Length > 0) lines.Add(rest.ToString());
        return lines;
    }

    /// <summary>Returns the width of the longest part of a text without a place for a line break, in columns.</summary>
    public static int LongestUnbreakable(string text)
    {
        var longest = 0;
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan()[range];
            var start = 0;
            for (var end = 1; end <= word.Length; end++)
            {
                if (end < word.Length && !IsBreak(word, end)) continue;
                longest = Math.Max(longest, DisplayWidth.Of(word[start..end].ToString()));
                start = end;
            }
        }
        return longest;
    }

    private static int LineEnd(ReadOnlySpan<char> rest, int fits, int width)
    {
        var space = rest[fits] == ' ' ? fits : rest[..fits].LastIndexOf(' ');
        // Do not break within the indentation.
        if (space > 0 && rest[..space].ContainsAnyExcept(' ')) return space;
        // Break at the last place where a reader expects it, unless that leaves most of the line empty.
        for (var end = fits; end > width / 2; end--)
        {
            if (IsBreak(rest, end)) return end;
        }
        return fits;
    }

    // Names and lists can be broken after these characters, but not after the colon of a port or a time, within "://", or at the
    // start of a network path.
    private static bool IsBreak(ReadOnlySpan<char> text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        return before switch
        {
            ';' or ',' => true,
            ':' => after is not (':' or '/' or '\\') && !char.IsAsciiDigit(after),
            '/' or '\\' => after != before && (at < 2 || text[at - 2] != before),
            _ => false,
        };
    }

    private static int LengthWithin(ReadOnlySpan<char> text, int width)
    {
        var (length, used) = (0, 0);
        while (length < text.Length)
        {
            Rune.DecodeFromUtf16(text[length..], out var rune, out var consumed);
            used += DisplayWidth.Of(rune);
            // At least one character per line, even if it is wider than the column.
            if (used > width && length > 0) break;
            length += consumed;
        }
        return length;
    }
}
