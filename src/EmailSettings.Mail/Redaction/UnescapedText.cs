using System.Globalization;
using System.Text;

namespace EmailSettings.Mail.Redaction;

/// <summary>A text with what is escaped in it put back: percent-encoding (RFC 3986 §2.1), references of HTML, <c>\x</c> and <c>\u</c>; each byte knows where it stands in the text.</summary>
internal sealed class UnescapedText
{
    private const int MostReference = 10;

    // Nothing gets longer by being put back.
    private readonly byte[] _folded;

    // Where bytes and text part company: from such a byte on they go in step again.
    private readonly List<(int Byte, int Text)> _steps = [(0, 0)];
    private int _length;

    private UnescapedText(int capacity) => _folded = new byte[capacity];

    /// <summary>The bytes, ASCII letters in lower case.</summary>
    public ReadOnlySpan<byte> Folded => _folded.AsSpan(0, _length);

    /// <summary>Reads a text; null for one in which nothing is escaped.</summary>
    /// <param name="text">The text.</param>
    /// <param name="plusIsSpace">A plus is a space, as in the fields of a form.</param>
    public static UnescapedText? Of(ReadOnlySpan<byte> text, bool plusIsSpace)
    {
        if (plusIsSpace ? !text.Contains((byte)'+') : text.IndexOfAny("%&\\"u8) < 0) return null;
        var read = new UnescapedText(text.Length);
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < text.Length;)
        {
            var (rune, length) = Read(text[i..]);
            if (length == 0)
            {
                read.Add(plusIsSpace && text[i] == (byte)'+' ? (byte)' ' : text[i], i++);
                continue;
            }
            // A number up to 255 of %XX or \xXX is a byte; references and \u are characters.
            if (text[i] == (byte)'%' || (text[i] == (byte)'\\' && text[i + 1] is (byte)'x' or (byte)'X')) read.Add((byte)rune, i);
            else foreach (var b in utf8[..(Rune.TryCreate(rune, out var character) ? character : Rune.ReplacementChar).EncodeToUtf8(utf8)]) read.Add(b, i);
            i += length;
        }
        read.Stand(text.Length);
        return read;
    }

    /// <summary>The range of the text that a range of the bytes stands for.</summary>
    public (int From, int To) InText(int from, int to) => (StartOf(from), StartOf(to));

    private int StartOf(int at)
    {
        var step = _steps.BinarySearch((at, int.MaxValue));
        var (first, start) = _steps[~step - 1];
        return start + at - first;
    }

    private void Add(byte value, int start)
    {
        Stand(start);
        _folded[_length++] = SecretForm.Fold(value);
    }

    private void Stand(int start)
    {
        var (first, text) = _steps[^1];
        if (text + _length - first == start) return;
        _steps.Add((_length, start));
    }

    private static (int Rune, int Length) Read(ReadOnlySpan<byte> text) => text switch
    {
        [(byte)'%', var high, var low, ..] => Hex([high, low], 3),
        [(byte)'\\', (byte)'x' or (byte)'X', var high, var low, ..] => Hex([high, low], 4),
        [(byte)'\\', (byte)'u' or (byte)'U', var a, var b, var c, var d, ..] => Hex([a, b, c, d], 6),
        [(byte)'\\', (byte)'"' or (byte)'\\' or (byte)'/', ..] => (text[1], 2),
        [(byte)'&', ..] => Reference(text),
        _ => (0, 0),
    };

    private static (int Rune, int Length) Reference(ReadOnlySpan<byte> text)
    {
        var end = text[..Math.Min(text.Length, MostReference)].IndexOf((byte)';');
        if (end < 2) return (0, 0);
        var name = Encoding.Latin1.GetString(text[1..end]);
        int? rune = name switch
        {
            ['#', 'x' or 'X', .. var hex] => int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : null,
            ['#', .. var digits] => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => null,
        };
        return rune is { } known ? (known, end + 1) : (0, 0);
    }

    private static (int Rune, int Length) Hex(ReadOnlySpan<byte> digits, int length) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? (number, length) : (0, 0);
}
