using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Redaction;

/// <summary>
/// Makes server text safe to keep: replaces every echo of a secret or user name with a mark, and escapes characters that could
/// disguise the rest. A secret is found verbatim, in hex, in base64 at any offset, percent-encoded and as HTML character
/// references, in any case, whole or in parts of twelve characters: knowing the protocol's state is not enough, because an error
/// may quote a command the server did not understand. Thread-safe.
/// </summary>
public sealed class Redactor : IDisposable
{
    /// <summary>The replacement for a secret or user name.</summary>
    public const string Mark = "[redacted]";

    private const int MinWhole = 4;
    private const int MinPart = 12;
    private const int MinEncoded = 8;

    // Every part of MinPart characters contains such a window at a multiple of its length.
    private const int Window = 6;
    private const int LineChars = 2000;

    private static readonly byte[] MarkBytes = Encoding.ASCII.GetBytes(Mark);

    private readonly Lock _gate = new();
    private SecretForm[] _forms = [];

    /// <summary>
    /// Hides a user name from now on, unless it is shorter than four bytes or a word of the protocols: those cannot be told from
    /// other text.
    /// </summary>
    /// <param name="name">The name; null or empty for none.</param>
    public void HideUser(string? name)
    {
        if (!string.IsNullOrEmpty(name) && !ProtocolWords.Contain(name))
            HideSecret(Encoding.UTF8.GetBytes(name));
    }

    /// <summary>
    /// Hides a password, client secret or token from now on, unless it is shorter than four bytes, as those occur in any text.
    /// </summary>
    /// <param name="utf8">The secret, UTF-8. The caller zeroes it.</param>
    public void HideSecret(ReadOnlySpan<byte> utf8) =>
        Keep(
        [
            SecretForm.Plain(utf8), InCase(utf8, upper: true), InCase(utf8, upper: false), SecretForm.Hex(utf8), SecretForm.InBase64(utf8),
            .. SecretForm.WithinBase64(utf8),
        ]);

    /// <summary>Hides a SASL response, which is only sent in base64.</summary>
    internal void HideResponse(ReadOnlySpan<byte> response) => Keep([SecretForm.InBase64(response)]);

    /// <summary>Decodes, redacts and escapes a server's bytes; lines are separated by LF.</summary>
    public string Clean(ReadOnlySpan<byte> bytes) => DisplayText.EscapeLines(WireText.Decode(Replace(bytes)));

    /// <summary>As <see cref="Clean(ReadOnlySpan{byte})"/>, cut to <paramref name="most"/> characters.</summary>
    public string Clean(ReadOnlySpan<byte> bytes, int most)
    {
        // Escaping only makes text longer, so nothing past this could be shown.
        var text = WireText.Decode(Replace(bytes));
        var shown = DisplayText.EscapeLines(text.Length <= most ? text : text[..most]);
        return shown.Length <= most ? shown : shown[..most];
    }

    /// <summary>Redacts and escapes a text; lines are separated by LF.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Clean(string? text) => text is null ? null : DisplayText.EscapeLines(Replace(text));

    /// <summary>Redacts and escapes a text on one line of at most 2000 characters; null for none.</summary>
    public string? Line(string? text) => text is null ? null : OneLine(Replace(text));

    /// <summary>Escapes a text without secrets on one line of at most 2000 characters; null for none.</summary>
    internal static string? OneLine(string text) => string.IsNullOrWhiteSpace(text)
        ? null
        : DisplayText.Shorten(string.Join(' ', text.Trim().Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)), LineChars);

    /// <summary>Zeroes the secrets, which are no longer hidden.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var form in _forms)
                CryptographicOperations.ZeroMemory(form.Bytes);
            _forms = [];
        }
    }

    private string Replace(string text)
    {
        if (_forms.Length == 0)
            return text;
        var bytes = Encoding.UTF8.GetBytes(text);
        var clean = Replace(bytes);
        return clean == bytes ? text : Encoding.UTF8.GetString(clean);
    }

    private ReadOnlySpan<byte> Replace(ReadOnlySpan<byte> bytes)
    {
        var forms = _forms;
        if (forms.Length == 0)
            return bytes;
        var ranges = new List<(int From, int To)>();
        FindIn(forms, bytes, ranges);
        FindUnescaped(forms, bytes, plusIsSpace: false, ranges);
        FindUnescaped(forms, bytes, plusIsSpace: true, ranges);
        if (ranges.Count == 0)
            return bytes;
        Merge(ranges);
        var clean = new List<byte>(bytes.Length);
        var copied = 0;
        foreach (var (from, to) in ranges)
        {
            clean.AddRange(bytes[copied..from]);
            clean.AddRange(MarkBytes);
            copied = to;
        }

        clean.AddRange(bytes[copied..]);
        return CollectionsMarshal.AsSpan(clean);
    }

    private static void FindIn(SecretForm[] forms, ReadOnlySpan<byte> bytes, List<(int From, int To)> found)
    {
        var folded = ArrayPool<byte>.Shared.Rent(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
            folded[i] = SecretForm.Fold(bytes[i]);
        Find(forms, folded.AsSpan(0, bytes.Length), found);
        CryptographicOperations.ZeroMemory(folded.AsSpan(0, bytes.Length));
        ArrayPool<byte>.Shared.Return(folded);
    }

    private static void FindUnescaped(SecretForm[] forms, ReadOnlySpan<byte> bytes, bool plusIsSpace, List<(int From, int To)> found)
    {
        if (!UnescapedText.IsIn(bytes, plusIsSpace))
            return;
        using var unescaped = UnescapedText.Of(bytes, plusIsSpace);
        var ranges = new List<(int From, int To)>();
        Find(forms, unescaped.Folded, ranges);
        Merge(ranges);
        unescaped.AddInText(ranges, found);
    }

    /// <summary>Sorts ranges and merges those that touch or overlap.</summary>
    private static void Merge(List<(int From, int To)> ranges)
    {
        ranges.Sort();
        var last = 0;
        for (var i = 1; i < ranges.Count; i++)
        {
            if (ranges[i].From <= ranges[last].To)
                ranges[last] = (ranges[last].From, Math.Max(ranges[last].To, ranges[i].To));
            else
                ranges[++last] = ranges[i];
        }

        if (ranges.Count > 0)
            ranges.RemoveRange(last + 1, ranges.Count - last - 1);
    }

    private static void Find(SecretForm[] forms, ReadOnlySpan<byte> text, List<(int From, int To)> found)
    {
        foreach (var form in forms)
        {
            if (form.Bytes.Length < MinPart)
                FindWhole(form, text, found);
            else
                FindParts(form.Bytes, text, found);
        }
    }

    // A short password may be part of an ordinary word; redacting it there would give the password away.
    private static void FindWhole(SecretForm form, ReadOnlySpan<byte> text, List<(int From, int To)> found)
    {
        var length = form.Bytes.Length;
        for (var at = 0; text[at..].IndexOf(form.Bytes) is >= 0 and var next; at += next + 1)
        {
            if ((form.IsEncoded && length >= MinEncoded) || IsWholeWord(text, at + next, length))
                found.Add((at + next, at + next + length));
        }
    }

    private static void FindParts(ReadOnlySpan<byte> form, ReadOnlySpan<byte> text, List<(int From, int To)> found)
    {
        for (var at = 0; at + Window <= text.Length;)
        {
            var end = at;
            for (var from = 0; form[from..].IndexOf(text.Slice(at, Window)) is >= 0 and var next; from += next + 1)
            {
                var (before, behind) = (CommonSuffix(text[..at], form[..(from + next)]), text[at..].CommonPrefixLength(form[(from + next)..]));
                if (before + behind < MinPart)
                    continue;
                found.Add((at - before, at + behind));
                end = Math.Max(end, at + behind);
                if (behind == text.Length - at || next + from + behind == form.Length)
                    break;
            }

            at = end > at + Window ? end : at + Window;
        }
    }

    private static int CommonSuffix(ReadOnlySpan<byte> text, ReadOnlySpan<byte> form)
    {
        var length = 0;
        while (length < text.Length && length < form.Length && text[^(length + 1)] == form[^(length + 1)])
            length++;
        return length;
    }

    private static bool IsWholeWord(ReadOnlySpan<byte> text, int at, int length) =>
        (at == 0 || !IsWord(text[at - 1])) && (at + length == text.Length || !IsWord(text[at + length]));

    private static bool IsWord(byte b) => char.IsAsciiLetterOrDigit((char)b) || b == (byte)'_';

    private void Keep(List<SecretForm> forms)
    {
        lock (_gate)
        {
            var all = new List<SecretForm>(_forms);
            foreach (var form in forms)
            {
                if (form.Bytes.Length >= MinWhole && !all.Exists(known => known.Bytes.AsSpan().SequenceEqual(form.Bytes)))
                    all.Add(form);
                else
                    CryptographicOperations.ZeroMemory(form.Bytes);
            }

            _forms = [.. all];
        }
    }

    // For non-ASCII letters; ASCII is compared case-insensitively.
    private static SecretForm InCase(ReadOnlySpan<byte> utf8, bool upper)
    {
        if (Ascii.IsValid(utf8))
            return new SecretForm([], false);
        var text = GC.AllocateArray<char>(Encoding.UTF8.GetCharCount(utf8), pinned: true);
        Encoding.UTF8.GetChars(utf8, text);
        for (var i = 0; i < text.Length; i++)
            text[i] = upper ? char.ToUpperInvariant(text[i]) : char.ToLowerInvariant(text[i]);
        var form = Pinned(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, form);
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(text.AsSpan()));
        var folded = SecretForm.Plain(form);
        CryptographicOperations.ZeroMemory(form);
        return folded;
    }

    // Pinned, so that the garbage collector does not leave copies behind when it moves objects.
    private static byte[] Pinned(int length) => GC.AllocateArray<byte>(length, pinned: true);
}
