using System.Text;

namespace EmailSettings.Mail.Imap;

/// <summary>Encodes mailbox names for the wire: modified UTF-7 (RFC 3501 §5.1.3).</summary>
internal static class ImapMailboxName
{
    public static string Encode(string name)
    {
        var encoded = new StringBuilder();
        for (var at = 0; at < name.Length;)
        {
            var end = at;
            while (end < name.Length && !IsPrintable(name[end]))
                end++;
            if (end > at)
                Shift(encoded, name[at..end]);
            else
                encoded.Append(name[end++] is '&' ? "&-" : name[at..end]);
            at = end;
        }

        return encoded.ToString();
    }

    private static bool IsPrintable(char c) => c is >= ' ' and <= '~';

    // Base64 of UTF-16 with a comma instead of the slash, and no padding.
    private static void Shift(StringBuilder to, string text) =>
        to.Append('&').Append(Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(text)).TrimEnd('=').Replace('/', ',')).Append('-');
}
