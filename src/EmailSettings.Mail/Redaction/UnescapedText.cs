using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EmailSettings.Mail.Redaction;

/// <summary>
/// A text with its escapes decoded: percent-encoding (RFC 3986 §2.1), HTML character references, <c>\x</c> and <c>\u</c>.
/// Positions in the original text are recomputed for the few ranges that are requested, because the text may be long.
/// </summary>
internal ref struct UnescapedText
{
    private const int MaxReference = 10;

    private readonly ReadOnlySpan<byte> _text;
    private readonly bool _plusIsSpace;

    // Decoding never makes text longer.
    private readonly byte[] _folded;
    private readonly int _length;

    private UnescapedText(ReadOnlySpan<byte> text, bool plusIsSpace)
    {
        _text = text;
        _plusIsSpace = plusIsSpace;
        _folded = ArrayPool<byte>.Shared.Rent(text.Length);
        Span<byte> utf8 = stackalloc byte[4];
        for (var at = 0; at < text.Length;)
        {
            foreach (var b in utf8[..Next(ref at, utf8)]) _folded[_length++] = SecretForm.Fold(b);
        }
    }

    /// <summary>The decoded bytes, ASCII letters in lower case.</summary>
    public readonly ReadOnlySpan<byte> Folded => _folded.AsSpan(0, _length);

    /// <summary>Whether the text contains escapes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="plusIsSpace">Whether a plus is a space, as in form fields.</param>
    public static bool IsIn(ReadOnlySpan<byte> text, bool plusIsSpace) => plusIsSpace ? text.Contains((byte)'+') : text.IndexOfAny("%&\\"u8) >= 0;

    /// <summary>Decodes a text. The caller disposes it.</summary>
    /// <inheritdoc cref="IsIn"/>
    public static UnescapedText Of(ReadOnlySpan<byte> text, bool plusIsSpace) => new(text, plusIsSpace);

    /// <summary>Maps ranges of the decoded bytes, ascending and disjoint, to ranges of the text.</summary>
    public readonly void AddInText(List<(int From, int To)> ranges, List<(int From, int To)> into)
    {
        Span<byte> utf8 = stackalloc byte[4];
        var (at, start, passed) = (0, 0, 0);
        foreach (var (from, to) in ranges)
        {
            for (; passed <= from; passed += Next(ref at, utf8)) start = at;
            while (passed < to) passed += Next(ref at, utf8);
            into.Add((start, at));
        }
    }

    /// <summary>Zeroes the bytes, which may hold a secret.</summary>
    public readonly void Dispose()
    {
        CryptographicOperations.ZeroMemory(_folded.AsSpan(0, _length));
        ArrayPool<byte>.Shared.Return(_folded);
    }

    /// <summary>Decodes the character at a position and advances past it.</summary>
    /// <returns>The number of bytes decoded: one, or those of a UTF-8 character.</returns>
    private readonly int Next(ref int at, Span<byte> utf8)
    {
        var text = _text[at..];
        var (rune, length) = Read(text);
        at += Math.Max(1, length);
        // A number up to 255 from %XX or \xXX is a byte; character references and \u are characters.
        if (length > 0 && text[0] != (byte)'%' && !(text[0] == (byte)'\\' && text[1] is (byte)'x' or (byte)'X'))
            return (Rune.TryCreate(rune, out var character) ? character : Rune.ReplacementChar).EncodeToUtf8(utf8);
        utf8[0] = length > 0 ? (byte)rune : _plusIsSpace && text[0] == (byte)'+' ? (byte)' ' : text[0];
        return 1;
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
        var end = text[..Math.Min(text.Length, MaxReference)].IndexOf((byte)';');
        if (end < 2) return (0, 0);
        var name = text[1..end];
        return name switch
        {
            [(byte)'#', (byte)'x' or (byte)'X', .. var hex] => Hex(hex, end + 1),
            [(byte)'#', .. var digits] => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, end + 1) : (0, 0),
            _ when name.SequenceEqual("amp"u8) => ('&', end + 1),
            _ when name.SequenceEqual("lt"u8) => ('<', end + 1),
            _ when name.SequenceEqual("gt"u8) => ('>', end + 1),
            _ when name.SequenceEqual("quot"u8) => ('"', end + 1),
            _ when name.SequenceEqual("apos"u8) => ('\'', end + 1),
            _ => (0, 0),
        };
    }

    private static (int Rune, int Length) Hex(ReadOnlySpan<byte> digits, int length) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? (number, length) : (0, 0);
}
