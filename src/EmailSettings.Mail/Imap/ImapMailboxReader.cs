using System.Globalization;

namespace EmailSettings.Mail.Imap;

/// <summary>Reads the untagged responses to EXAMINE.</summary>
internal sealed class ImapMailboxReader
{
    private long? _messages;
    private uint? _uidValidity;
    private uint? _uidNext;

    /// <summary>Reads <c>* 12 EXISTS</c> and <c>* OK [UIDVALIDITY 5]</c>.</summary>
    public void Note(ImapResponse response)
    {
        if (response.Rest.Equals("EXISTS", StringComparison.OrdinalIgnoreCase))
        {
            _messages = long.TryParse(response.Word, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : _messages;
        }
        else if (ImapReplyReader.TryRead(response) is { Kind: ImapStatus.Ok } status)
        {
            _uidValidity ??= ImapReplyReader.Number(status, "UIDVALIDITY");
            _uidNext ??= ImapReplyReader.Number(status, "UIDNEXT");
        }
    }

    public ImapMailboxFacts Facts(string name, ImapReply reply) =>
        new() { Name = name, Messages = _messages, UidValidity = _uidValidity, UidNext = _uidNext, Reply = reply };
}
