using System.Text;
using EmailSettings.Mail.Transcripts;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Smtp;

/// <summary>
/// An SMTP connection lent for one message. The greeting and the replies to EHLO and to the session's open envelope are replayed
/// to the client, not requested again. Of the replies that follow, the first negative one is kept.
/// </summary>
internal sealed class SmtpHandoverStream : HandoverStream
{
    private readonly Queue<SmtpReply> _known;
    private readonly Queue<byte[]> _played = new();
    private readonly List<byte> _line = [];
    private SmtpReply? _last;
    private SmtpReply? _refusal;
    private string? _refused;
    private bool _inContent;
    private bool _hasContent;
    private long _contentBytes;

    public SmtpHandoverStream(WireConnection wire, IEnumerable<SmtpReply> known, TimeSpan limit, TimeProvider time)
        : base(wire, limit, time)
    {
        _known = new Queue<SmtpReply>(known);
        _played.Enqueue("220 ready\r\n"u8.ToArray());
    }

    /// <summary>Returns the reply to the message once the client is done.</summary>
    /// <exception cref="WireException">The server refused the message, or the connection failed.</exception>
    public SmtpReply Outcome()
    {
        if (_refusal is not null)
            throw new WireException(new MailFailure { Kind = MailFailureKind.Refused, Reply = _refusal, Command = _refused });
        if (Failure is not null)
            throw new WireException(Failure);
        if (_last is null || !_hasContent)
            throw new WireException(new MailFailure { Kind = MailFailureKind.Malformed, Command = Command, ServerText = _last is null ? null : $"{_last.Status} {_last.Text}" });
        return _last;
    }

    protected override async Task<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken)
    {
        if (_played.TryDequeue(out var played))
            return played;
        EndContent();
        var reply = await SmtpReplyReader.ReadAsync(Wire, hideText: false, cancellationToken).ConfigureAwait(false);
        Note(reply);
        return Bytes(reply);
    }

    protected override async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (_inContent)
        {
            await SendContentAsync(bytes, cancellationToken).ConfigureAwait(false);
            return;
        }

        _line.AddRange(bytes.Span);
        if (_line.Count > WireLimits.LineBytes)
            throw WireException.TooLong(string.Empty);
        if (_line is not [.., (byte)'\r', (byte)'\n'])
            return;
        var line = Encoding.UTF8.GetString([.. _line]).TrimEnd('\r', '\n');
        _line.Clear();
        Command = NameOf(line);
        if (IsBeginning(Command) && _known.TryDequeue(out var known))
        {
            _played.Enqueue(Bytes(known));
            return;
        }

        WireInput.RequireLine(line, "message");
        await Wire.SendAsync(line, cancellationToken).ConfigureAwait(false);
        _inContent = Command == "BDAT";
    }

    // A server that aborts sends a reply before it closes.
    private async Task SendContentAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await Wire.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            _contentBytes += bytes.Length;
        }
        catch (IOException)
        {
            EndContent();
            Note(await SmtpReplyReader.ReadAsync(Wire, hideText: false, cancellationToken).ConfigureAwait(false));
            throw;
        }
    }

    private void EndContent()
    {
        if (!_inContent)
            return;
        _inContent = false;
        _hasContent = true;
        Command = SmtpCommands.EndOfData;
        Wire.Transcript.Add(TranscriptDirection.Client, $"[message, {WireInput.Number(_contentBytes)} bytes]");
    }

    private void Note(SmtpReply reply)
    {
        _last = reply;
        _inContent = Command == "DATA" && reply.Code == SmtpCodes.StartMail && !_hasContent;
        if (_refusal is null && (reply.IsTransient || reply.IsPermanent))
            (_refusal, _refused) = (reply, Command);
    }

    private static bool IsBeginning(string command) => command is "EHLO" or "MAIL FROM" or "RCPT TO";

    private static string NameOf(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var name = colon > 0 && line.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase) | line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) ? line[..colon] : line.Split(' ')[0];
        return name.ToUpperInvariant();
    }

    private static byte[] Bytes(SmtpReply reply)
    {
        var text = new StringBuilder();
        for (var i = 0; i < reply.Lines.Count; i++)
            text.Append(reply.Status).Append(i < reply.Lines.Count - 1 ? '-' : ' ').Append(reply.Lines[i]).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
