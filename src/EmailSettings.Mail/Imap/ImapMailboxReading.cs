using System.Globalization;

namespace EmailSettings.Mail.Imap;

/// <summary>Reads what EXAMINE and FETCH say in untagged responses.</summary>
internal sealed class ImapMailboxReading
{
    private long? _messages;
    private uint? _uidValidity;
    private uint? _uidNext;

    /// <summary>Takes <c>* 12 EXISTS</c> and <c>* OK [UIDVALIDITY 5]</c>.</summary>
    public void Note(ImapResponse response)
    {
        if (response.Rest.Equals("EXISTS", StringComparison.OrdinalIgnoreCase))
        {
            _messages = long.TryParse(response.Word, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : _messages;
        }
        else if (ImapReplyReading.TryRead(response) is { Kind: ImapStatus.Ok } status)
        {
            _uidValidity ??= ImapReplyReading.Number(status, "UIDVALIDITY");
            _uidNext ??= ImapReplyReading.Number(status, "UIDNEXT");
        }
    }

    public ImapMailboxFacts Facts(string name, ImapReply reply) =>
        new() { Name = name, Messages = _messages, UidValidity = _uidValidity, UidNext = _uidNext, Reply = reply };

    /// <summary><c>* 3 FETCH (UID 7 RFC822.SIZE 1234 BODY[HEADER]&lt;0&gt; {300}…)</c>, where it is the message asked for; else null.</summary>
    public static ImapHeaderFacts? Header(ImapResponse response, uint uid)
    {
        var isFetch = response.Rest.StartsWith("FETCH ", StringComparison.OrdinalIgnoreCase);
        if (!isFetch || response.Literal is not { } literal || NumberAfter(response.Text, "UID ") != uid)
            return null;
        return new ImapHeaderFacts { Uid = uid, SizeBytes = NumberAfter(response.Text, "RFC822.SIZE "), Header = literal };
    }

    private static long? NumberAfter(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var rest = text.AsSpan(at + name.Length);
        var end = rest.IndexOfAnyExceptInRange('0', '9');
        return long.TryParse(end < 0 ? rest : rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
