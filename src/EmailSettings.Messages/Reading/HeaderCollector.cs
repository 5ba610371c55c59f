using MimeKit;
using MimeKit.Utils;

namespace EmailSettings.Messages.Reading;

/// <summary>Collects the fields of a message's header as they are read.</summary>
internal sealed class HeaderCollector(ParserOptions options)
{
    /// <summary>The maximum number of Received fields kept, and of Authentication-Results fields.</summary>
    public const int MaxTrace = 100;

    private const int MaxFrom = 20;

    private readonly List<string> _from = [];
    private readonly List<string> _received = [];
    private readonly List<string> _results = [];
    private string? _subject;
    private string? _messageId;
    private string? _returnPath;
    private string? _autoSubmitted;
    private DateTimeOffset? _date;
    private int _recipients;
    private int _fields;

    public bool HasFields => _fields > 0;

    public void Add(Header header)
    {
        _fields++;
        switch (header.Id)
        {
            case HeaderId.Subject:
                _subject ??= header.Value;
                break;
            case HeaderId.MessageId:
                _messageId ??= MimeUtils.ParseMessageId(header.RawValue, 0, header.RawValue.Length) is { } id ? $"<{id}>" : null;
                break;
            case HeaderId.Date:
                _date ??= DateUtils.TryParse(header.RawValue, out var date) ? date : null;
                break;
            case HeaderId.From:
                AddFrom(header);
                break;
            case HeaderId.To or HeaderId.Cc or HeaderId.Bcc:
                _recipients += Addresses(header).Count();
                break;
            case HeaderId.ReturnPath:
                _returnPath ??= header.Value.Trim().TrimStart('<').TrimEnd('>');
                break;
            case HeaderId.AutoSubmitted:
                _autoSubmitted ??= header.Value;
                break;
            case HeaderId.Received when _received.Count < MaxTrace:
                _received.Add(header.Value);
                break;
            case HeaderId.AuthenticationResults when _results.Count < MaxTrace:
                _results.Add(header.Value);
                break;
            default:
                break;
        }
    }

    public MessageHeader Header() => new()
    {
        Subject = _subject,
        MessageId = _messageId,
        Date = _date,
        From = _from,
        ReturnPath = _returnPath,
        Recipients = _recipients,
        Fields = _fields,
        Received = _received,
        AuthenticationResults = _results,
        AutoSubmitted = _autoSubmitted,
    };

    private void AddFrom(Header header) => _from.AddRange(Addresses(header).Take(MaxFrom - _from.Count).Select(mailbox => mailbox.Address));

    private IEnumerable<MailboxAddress> Addresses(Header header) =>
        InternetAddressList.TryParse(options, header.RawValue, out var list) ? list.Mailboxes : [];
}
