using System.Text;
using System.Text.Unicode;

namespace EmailSettings.Mail.Wire;

/// <summary>Bytes of a server as text.</summary>
internal static class WireText
{
    /// <summary>
    /// UTF-8 where the bytes are valid UTF-8; else the charset that fits best, in which ASCII stays what it is.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : CharsetGuess.Decode(bytes);
}
