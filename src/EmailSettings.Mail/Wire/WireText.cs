using System.Text;
using System.Text.Unicode;

namespace EmailSettings.Mail.Wire;

/// <summary>Bytes of a server as text.</summary>
internal static class WireText
{
    /// <summary>UTF-8 where the bytes are valid UTF-8; else one character a byte, so that nothing is lost.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
}
