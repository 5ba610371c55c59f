using System.Text;
using EmailSettings.Mail.Transcripts;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Imap;

/// <summary>
/// An IMAP connection lent for reading mail. The client gets a PREAUTH greeting with the capabilities known to the session.
/// Literals are what the client fetches, so they have their own limit, and the transcript shows only their size.
/// </summary>
internal sealed class ImapHandoverStream : HandoverStream
{
    // The reply timeout restarts after this much of a literal, because a large message may take longer.
    private const int RenewAfterBytes = 256 * 1024;
    private const int ChunkBytes = 16 * 1024;

    private readonly long _maxLiteral;
    private readonly byte[] _chunk = new byte[ChunkBytes];
    private byte[]? _greeting;
    private ReplyBudget _budget = new();
    private long _literalLeft;
    private int _sinceRenewal;

    public ImapHandoverStream(WireConnection wire, ImapCapabilities? capabilities, long maxLiteral, TimeSpan limit, TimeProvider time)
        : base(wire, limit, time)
    {
        _maxLiteral = maxLiteral;
        var known = capabilities is null ? string.Empty : $"[CAPABILITY {string.Join(' ', capabilities.Offered)}] ";
        _greeting = Encoding.UTF8.GetBytes($"* PREAUTH {known}ready\r\n");
    }

    /// <summary>The last negative reply; null if none.</summary>
    public ImapReply? Refusal { get; private set; }

    /// <summary>The beginning of the last line received, for failures.</summary>
    public string? LastLine { get; private set; }

    protected override async Task<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _greeting, null) is { } greeting)
            return greeting;
        return _literalLeft > 0
            ? await ReceiveLiteralAsync(cancellationToken).ConfigureAwait(false)
            : await ReceiveLineAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        foreach (var line in Encoding.UTF8.GetString(bytes.Span).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            Wire.Transcript.Add(TranscriptDirection.Client, line);
            Command = NameOf(line) ?? Command;
        }

        await Wire.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
    }

    protected override void StartReply()
    {
        base.StartReply();
        _budget = new ReplyBudget();
        _sinceRenewal = 0;
    }

    private async Task<ReadOnlyMemory<byte>> ReceiveLineAsync(CancellationToken cancellationToken)
    {
        await Wire.ReadLineAsync(_budget, cancellationToken).ConfigureAwait(false);
        LastLine = Wire.Excerpt(Wire.Line);
        Wire.Transcript.Add(TranscriptDirection.Server, Wire.Clean(Wire.Line));
        Note(LastLine);
        if (ImapResponseReader.LiteralLength(Wire.Line) is { } length)
        {
            if (length > _maxLiteral)
                throw WireException.TooLong(LastLine);
            _literalLeft = length;
            Wire.Transcript.Add(TranscriptDirection.Server, $"[{WireInput.Number(length)} bytes]");
        }

        return (byte[])[.. Wire.Line, (byte)'\r', (byte)'\n'];
    }

    private async Task<ReadOnlyMemory<byte>> ReceiveLiteralAsync(CancellationToken cancellationToken)
    {
        var read = await Wire.ReadSomeAsync(_chunk.AsMemory(0, (int)Math.Min(_literalLeft, _chunk.Length)), cancellationToken).ConfigureAwait(false);
        _literalLeft -= read;
        _sinceRenewal += read;
        if (_sinceRenewal >= RenewAfterBytes)
        {
            _sinceRenewal = 0;
            base.StartReply();
        }

        return _chunk.AsMemory(0, read);
    }

    private void Note(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || ImapReplyReader.TryRead(new ImapResponse(line[..space], line[(space + 1)..])) is not { } status)
            return;
        var isAnswer = line[0] != '*' && status.Kind is ImapStatus.No or ImapStatus.Bad;
        if (isAnswer || status.Kind == ImapStatus.Bye)
            Refusal = status;
    }

    // After the tag comes the command, of which UID is a part.
    private static string? NameOf(string line)
    {
        var words = line.Split(' ', 4);
        if (words.Length < 2)
            return null;
        return words[1] == "UID" && words.Length > 2 ? $"UID {words[2]}" : words[1];
    }
}
