using System.Globalization;

namespace EmailSettings.Mail.Wire;

/// <summary>Rejects values that would break out of a command.</summary>
internal static class WireInput
{
    /// <summary>Rejects CR, LF and NUL.</summary>
    /// <exception cref="WireException">The text contains one of them.</exception>
    public static void RequireLine(string text, string argument)
    {
        if (text.AsSpan().ContainsAny('\r', '\n', '\0'))
            throw WireException.InvalidInput(argument);
    }

    /// <summary>Rejects NUL, which no mechanism can carry (RFC 4616 §2).</summary>
    /// <exception cref="WireException">The secret contains one.</exception>
    public static void RequireNoNul(ReadOnlySpan<byte> secret, string argument)
    {
        if (secret.Contains((byte)0))
            throw WireException.InvalidInput(argument);
    }

    /// <summary>
    /// Rejects everything that would end an address path (RFC 5321 §4.1.2): control characters, spaces outside quotes, angle
    /// brackets.
    /// </summary>
    /// <exception cref="WireException">The address contains one of them.</exception>
    public static void RequirePath(string address, string argument)
    {
        var quoted = false;
        for (var i = 0; i < address.Length; i++)
        {
            var c = address[i];
            if (c == '"')
                quoted = !quoted;
            else if (quoted && c == '\\')
                i++;
            else if (!quoted && c is ' ' or '<' or '>')
                throw WireException.InvalidInput(argument);
        }

        if (quoted || address.Any(char.IsControl))
            throw WireException.InvalidInput(argument);
    }

    /// <summary>
    /// Rejects an invalid client name for EHLO: a domain or an address literal is printable ASCII without spaces.
    /// </summary>
    /// <exception cref="WireException">The name is empty or contains another character.</exception>
    public static void RequireToken(string name, string argument)
    {
        if (name.Length == 0 || name.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw WireException.InvalidInput(argument);
    }

    /// <summary>Whether the text is ASCII, so that it does not need SMTPUTF8.</summary>
    public static bool IsAscii(string text) => System.Text.Ascii.IsValid(text);

    /// <summary>Formats a number for a protocol.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
