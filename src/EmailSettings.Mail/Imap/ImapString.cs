using System.Text;

namespace EmailSettings.Mail.Imap;

/// <summary>Encodes strings as arguments (RFC 3501 §4.3).</summary>
internal static class ImapString
{
    /// <summary>Whether the bytes can be a quoted string: ASCII without CR, LF or NUL.</summary>
    public static bool CanQuote(ReadOnlySpan<byte> value) => Ascii.IsValid(value) && !value.ContainsAny((byte)'\r', (byte)'\n', (byte)'\0');

    /// <summary>Quotes the text.</summary>
    public static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>Quotes the bytes; the caller zeroes the result.</summary>
    public static byte[] Quote(ReadOnlySpan<byte> value)
    {
        var escapes = value.Count((byte)'"') + value.Count((byte)'\\');
        var quoted = GC.AllocateUninitializedArray<byte>(value.Length + escapes + 2, pinned: true);
        var at = 0;
        quoted[at++] = (byte)'"';
        foreach (var b in value)
        {
            if (b is (byte)'"' or (byte)'\\')
                quoted[at++] = (byte)'\\';
            quoted[at++] = b;
        }

        quoted[at] = (byte)'"';
        return quoted;
    }
}
