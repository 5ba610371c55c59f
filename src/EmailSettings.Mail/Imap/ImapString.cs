using System.Text;

namespace EmailSettings.Mail.Imap;

/// <summary>Strings as arguments (RFC 3501 §4.3).</summary>
internal static class ImapString
{
    /// <summary>The bytes can stand between quotes: no CR, LF or NUL, nothing beyond ASCII.</summary>
    public static bool CanQuote(ReadOnlySpan<byte> value) => Ascii.IsValid(value) && !value.ContainsAny((byte)'\r', (byte)'\n', (byte)'\0');

    /// <summary>The text between quotes.</summary>
    public static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>The bytes between quotes; the caller zeroes the result.</summary>
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
