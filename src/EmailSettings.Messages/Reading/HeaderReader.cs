using MimeKit;

namespace EmailSettings.Messages.Reading;

/// <summary>Reads only the header of a message.</summary>
internal sealed class HeaderReader(ParserOptions parser, HeaderGuard source) : MimeReader(parser, source, MimeFormat.Entity)
{
    private readonly HeaderCollector _header = new(parser);
    private readonly ContentFields _fields = new();

    public MessageHeader Header => _header.Header();

    /// <summary>The message's own media type.</summary>
    public string MediaType => LeafHeader.Read(_fields, new ContentType("text", "plain"), null, Options).MediaType;

    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken)
    {
        source.Progress();
        _header.Add(header);
        _fields.Add(header);
    }
}
