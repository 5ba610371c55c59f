using System.Text;
using System.Text.Unicode;

namespace EmailSettings.Mail.Wire;

/// <summary>Decodes a server's text.</summary>
internal static class WireText
{
    /// <summary>Decodes valid UTF-8 as such, anything else with the most likely charset, in which ASCII is unchanged.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : CharsetGuess.Decode(bytes);
}
