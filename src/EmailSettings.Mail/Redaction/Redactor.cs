using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Redaction;

/// <summary>
/// Makes what a server said fit to be kept: one mark in place of every secret and user name that it repeats, and every character escaped that
/// could disguise the rest. A secret is found as it is, in base64 and in URL encoding, in any case, whole or cut off behind: the protocol's state
/// alone cannot keep it out, because an error text may quote the command it does not understand. Several threads may use it.
/// </summary>
public sealed class Redactor : IDisposable
{
    /// <summary>What stands in the place of a secret or user name.</summary>
    public const string Mark = "[redacted]";

    private const int MinWhole = 4;
    private const int MinPart = 12;
    private const int LineChars = 2000;

    private static readonly byte[] MarkBytes = Encoding.ASCII.GetBytes(Mark);

    private readonly Lock _gate = new();
    private byte[][] _forms = [];

    /// <summary>Hides a user name from now on; not one of less than four bytes, nor a word of the protocols: those cannot be told from other text.</summary>
    /// <param name="name">The name; null or empty for none.</param>
    public void HideUser(string? name)
    {
        if (!string.IsNullOrEmpty(name) && !ProtocolWords.Contain(name))
            HideSecret(Encoding.UTF8.GetBytes(name));
    }

    /// <summary>Hides a password, client secret or token from now on; not one of less than four bytes, which is part of any text.</summary>
    /// <param name="utf8">The secret, UTF-8. Stays the caller's to zero.</param>
    public void HideSecret(ReadOnlySpan<byte> utf8) =>
        Keep(Plain(utf8), InCase(utf8, upper: true), InCase(utf8, upper: false), UrlEncoded(utf8, "%20"u8), UrlEncoded(utf8, "+"u8), InBase64(utf8));

    /// <summary>Hides a response of SASL, which is sent in base64 alone.</summary>
    internal void HideResponse(ReadOnlySpan<byte> response) => Keep(InBase64(response));

    /// <summary>A server's bytes as text, without secrets and escaped, lines parted by LF.</summary>
    public string Clean(ReadOnlySpan<byte> bytes) => Escape(WireText.Decode(Replace(bytes)));

    /// <summary>A text without secrets and escaped, lines parted by LF.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Clean(string? text) => text is null ? null : Escape(Replace(text));

    /// <summary>A text without secrets and escaped, on one line of 2000 characters at most; null for none.</summary>
    public string? Line(string? text) => text is null ? null : OneLine(Replace(text));

    /// <summary>A text that holds no secret, escaped, on one line of 2000 characters at most; null for none.</summary>
    internal static string? OneLine(string text) => string.IsNullOrWhiteSpace(text)
        ? null
        : DisplayText.Shorten(string.Join(' ', text.Trim().Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)), LineChars);

    /// <summary>Zeroes the secrets; they are not hidden any more.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var form in _forms)
                CryptographicOperations.ZeroMemory(form);
            _forms = [];
        }
    }

    private static string Escape(string text) => text.Contains('\n', StringComparison.Ordinal)
        ? string.Join('\n', text.Split('\n').Select(line => DisplayText.Escape(line.TrimEnd('\r'))))
        : DisplayText.Escape(text);

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
        List<byte>? clean = null;
        var copied = 0;
        for (var i = 0; forms.Length > 0 && i < bytes.Length; i++)
        {
            var length = Match(forms, bytes, i);
            if (length == 0)
                continue;
            clean ??= [];
            clean.AddRange(bytes[copied..i]);
            clean.AddRange(MarkBytes);
            copied = i + length;
            i = copied - 1;
        }

        if (clean is null)
            return bytes;
        clean.AddRange(bytes[copied..]);
        return CollectionsMarshal.AsSpan(clean);
    }

    private static int Match(byte[][] forms, ReadOnlySpan<byte> text, int at)
    {
        var best = 0;
        foreach (var form in forms)
        {
            var length = CommonPrefix(text[at..], form);
            var counts = length >= MinPart || (length == form.Length && StandsAlone(text, at, length));
            if (counts && length > best)
                best = length;
        }

        return best;
    }

    // A short password may be part of an ordinary word, which a mark in its place would give away.
    private static bool StandsAlone(ReadOnlySpan<byte> text, int at, int length) =>
        (at == 0 || !IsWord(text[at - 1])) && (at + length == text.Length || !IsWord(text[at + length]));

    private static bool IsWord(byte b) => char.IsAsciiLetterOrDigit((char)b) || b == (byte)'_';

    // Servers that quote a command may have changed its case.
    private static int CommonPrefix(ReadOnlySpan<byte> text, ReadOnlySpan<byte> form)
    {
        var max = Math.Min(text.Length, form.Length);
        var i = 0;
        while (i < max && Fold(text[i]) == Fold(form[i]))
            i++;
        return i;
    }

    private static int Fold(byte b) => b is >= (byte)'A' and <= (byte)'Z' ? b | 0x20 : b;

    private void Keep(params ReadOnlySpan<byte[]> forms)
    {
        lock (_gate)
        {
            var all = new List<byte[]>(_forms);
            foreach (var form in forms)
            {
                if (form.Length >= MinWhole && !all.Exists(known => known.AsSpan().SequenceEqual(form)))
                    all.Add(form);
                else
                    CryptographicOperations.ZeroMemory(form);
            }

            _forms = [.. all];
        }
    }

    private static byte[] Plain(ReadOnlySpan<byte> utf8)
    {
        var form = Pinned(utf8.Length);
        utf8.CopyTo(form);
        return form;
    }

    // Letters beyond ASCII; the others are compared in any case.
    private static byte[] InCase(ReadOnlySpan<byte> utf8, bool upper)
    {
        if (Ascii.IsValid(utf8))
            return [];
        var text = GC.AllocateArray<char>(Encoding.UTF8.GetCharCount(utf8), pinned: true);
        Encoding.UTF8.GetChars(utf8, text);
        for (var i = 0; i < text.Length; i++)
            text[i] = upper ? char.ToUpperInvariant(text[i]) : char.ToLowerInvariant(text[i]);
        var form = Pinned(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, form);
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(text.AsSpan()));
        return form;
    }

    // RFC 3986 §2.3; the fields of a form write a space as '+'.
    private static byte[] UrlEncoded(ReadOnlySpan<byte> utf8, ReadOnlySpan<byte> space)
    {
        var longest = Pinned(utf8.Length * 3);
        var length = 0;
        foreach (var b in utf8)
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'~')
            {
                longest[length++] = b;
            }
            else if (b == (byte)' ')
            {
                space.CopyTo(longest.AsSpan(length));
                length += space.Length;
            }
            else
            {
                longest[length++] = (byte)'%';
                longest[length++] = "0123456789ABCDEF"u8[b >> 4];
                longest[length++] = "0123456789ABCDEF"u8[b & 0xF];
            }
        }

        var form = Plain(longest.AsSpan(0, length));
        CryptographicOperations.ZeroMemory(longest);
        return form;
    }

    private static byte[] InBase64(ReadOnlySpan<byte> value)
    {
        var form = Pinned(Base64.GetMaxEncodedToUtf8Length(value.Length));
        Base64.EncodeToUtf8(value, form, out _, out _);
        return form;
    }

    // Pinned, so that the garbage collector leaves no copies behind when it moves things.
    private static byte[] Pinned(int length) => GC.AllocateArray<byte>(length, pinned: true);
}
