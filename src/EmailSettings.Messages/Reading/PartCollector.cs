using MimeKit;

namespace EmailSettings.Messages.Reading;

/// <summary>
/// Reads a message in one pass as MimeKit's parser encounters its parts; memory use does not grow with their size. A nested
/// message is one leaf and is not inspected.
/// </summary>
internal sealed class PartCollector : MimeReader, IDisposable
{
    /// <summary>The maximum number of parts listed.</summary>
    public const int MaxParts = 10_000;

    // Messages of real mail programs have one at most.
    private const int MaxUnreadable = 100;

    private readonly HeaderGuard _source;
    private readonly MessageReadOptions _options;
    private readonly Stack<string> _multiparts = [];
    private readonly List<MessagePart> _bodies = [];
    private readonly List<MessagePart> _attachments = [];
    private readonly HeaderCollector _header;
    private ContentFields _fields = new();
    private LeafHeader? _leafHeader;
    private LeafReader? _leaf;
    private string? _mediaType;
    private long _begin;
    private int _nested;
    private int _omitted;
    private bool _hasOwnHeader;

    public PartCollector(ParserOptions parser, HeaderGuard source, MessageReadOptions options)
        : base(parser, source, MimeFormat.Entity)
    {
        _source = source;
        _options = options;
        _header = new HeaderCollector(parser);
    }

    /// <summary>The message, once it is read.</summary>
    public MessageReading? Reading { get; private set; }

    /// <summary>Whether a field of the message's header was read.</summary>
    public bool HasHeader => _header.HasFields;

    /// <summary>Multiparts whose Content-Type must be rewritten before their parts can be read.</summary>
    public List<Header> Unreadable { get; } = [];

    /// <summary>The ranges of nested messages, by their index among the attachments.</summary>
    public List<(int Attachment, long Begin, long End)> InnerMessages { get; } = [];

    public void Dispose() => _leaf?.Dispose();

    protected override void OnMimeMessageBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        _source.Progress();
        if (_nested == 0)
            _begin = beginOffset;
    }

    protected override void OnHeadersBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        _source.Progress();
        _fields = new ContentFields();
    }

    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken)
    {
        _source.Progress();
        if (_nested > 0)
            return;
        _fields.Add(header);
        if (!_hasOwnHeader)
            _header.Add(header);
    }

    protected override void OnHeadersEnd(long beginOffset, int beginLineNumber, long endOffset, int endLineNumber, CancellationToken cancellationToken)
    {
        _source.Progress();
        if (_nested == 0)
            _hasOwnHeader = true;
    }

    protected override void OnMultipartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        if (_nested > 0)
            return;
        var type = contentType.MimeType.ToLowerInvariant();
        _mediaType ??= type;
        _multiparts.Push(type);
        if (_fields.Type is { } field && (contentType.Boundary is null || LenientContentType.Repair(field, Options) is not null))
            NoteUnreadable(field);
    }

    protected override void OnMultipartEnd(ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken)
    {
        if (_nested == 0)
            _multiparts.Pop();
    }

    protected override void OnMultipartPreambleRead(byte[] content, int startIndex, int count, CancellationToken cancellationToken) => _source.Progress();

    protected override void OnMultipartEpilogueRead(byte[] content, int startIndex, int count, CancellationToken cancellationToken) => _source.Progress();

    protected override void OnMimePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        if (_nested > 0)
            return;
        _leafHeader = ReadLeafHeader(contentType);
        _mediaType ??= _leafHeader.MediaType;
        if (_leafHeader.MediaType.StartsWith("multipart/", StringComparison.Ordinal) && _fields.Type is { } field && LenientContentType.Repair(field, Options) is not null)
            NoteUnreadable(field);
        if (_bodies.Count + _attachments.Count < MaxParts)
            _leaf = new LeafReader(_leafHeader, _options);
        else
            _omitted++;
    }

    protected override void OnMimePartContentRead(byte[] content, int startIndex, int count, CancellationToken cancellationToken)
    {
        _source.Progress();
        cancellationToken.ThrowIfCancellationRequested();
        if (_nested == 0)
            _leaf?.Write(content, startIndex, count);
    }

    protected override void OnMimePartContentEnd(long beginOffset, int beginLineNumber, long endOffset, int lines, NewLineFormat? newLineFormat, CancellationToken cancellationToken)
    {
        if (_nested > 0 || _leaf is null)
            return;
        (_leafHeader!.IsBody ? _bodies : _attachments).Add(_leaf.End(endOffset - beginOffset));
        _leaf.Dispose();
        _leaf = null;
    }

    protected override void OnMessagePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        if (_nested == 0)
        {
            _leafHeader = ReadLeafHeader(contentType);
            _mediaType ??= _leafHeader.MediaType;
        }

        _nested++;
    }

    protected override void OnMessagePartEnd(ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken)
    {
        _nested--;
        if (_nested > 0)
            return;
        if (_bodies.Count + _attachments.Count >= MaxParts)
        {
            _omitted++;
            return;
        }

        InnerMessages.Add((_attachments.Count, headersEndOffset, endOffset));
        _attachments.Add(_leafHeader!.Part(endOffset - headersEndOffset));
    }

    protected override void OnMimeMessageEnd(long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken)
    {
        if (_nested > 0)
            return;
        Reading = new MessageReading
        {
            SizeBytes = endOffset - _begin,
            HeaderBytes = headersEndOffset - _begin,
            IsWhole = true,
            Header = _header.Header(),
            MediaType = _mediaType ?? "text/plain",
            Bodies = _bodies,
            Attachments = _attachments,
            OmittedParts = _omitted,
        };
    }

    /// <summary>Gets only the header, if the message ends within it.</summary>
    public MessageReading HeaderOnly(long size) => new()
    {
        SizeBytes = size,
        IsWhole = true,
        Header = _header.Header(),
        MediaType = _mediaType ?? "text/plain",
        Bodies = [],
        Attachments = [],
    };

    private void NoteUnreadable(Header field)
    {
        if (Unreadable.Count < MaxUnreadable)
            Unreadable.Add(field);
    }

    private LeafHeader ReadLeafHeader(ContentType contentType) =>
        LeafHeader.Read(_fields, contentType, _multiparts.TryPeek(out var parent) ? parent : null, Options);
}
