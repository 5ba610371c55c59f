using System.Buffers;
using System.Text;
using EmailSettings.Mail.Probes;
using EmailSettings.Mail.Redaction;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Transcripts;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Smtp;

/// <summary>SMTP over our own wire.</summary>
internal sealed class SmtpSession : MailSession, ISmtpSession
{
    private const int ChunkBytes = 16 * 1024;

    private IReadOnlyList<string> _offeredBeforeTls = [];

    public SmtpSession(MailSessionOptions options)
        : base(options)
    {
    }

    public SmtpCapabilities? Capabilities { get; private set; }

    protected override string QuitCommand => "QUIT";

    protected override string AuthenticateCommand => "AUTH";

    protected override bool OffersStartTls => Capabilities?.StartTls == true;

    protected override IReadOnlyList<string> OfferedMechanisms => Capabilities?.AuthMechanisms ?? [];

    public Task<MailResult<SmtpCapabilities>> EhloAsync(string clientName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(clientName);
        RequireReady("EHLO");
        return StepAsync("EHLO", async token =>
        {
            WireInput.RequireToken(clientName, nameof(clientName));
            var reply = await AskAsync($"EHLO {clientName}", token).ConfigureAwait(false);
            if (reply.IsPermanent)
            {
                reply = Accept(await AskAsync($"HELO {clientName}", token).ConfigureAwait(false));
                Capabilities = new SmtpCapabilities { Extended = false, Reply = reply };
            }
            else
            {
                Capabilities = SmtpCapabilityReading.Read(Accept(reply), _offeredBeforeTls);
            }

            return Capabilities;
        }, cancellationToken);
    }

    public Task<MailResult<SmtpReply>> MailFromAsync(string address, MailFromParameters? parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        RequireSecured("MAIL");
        return StepAsync("MAIL FROM", async token =>
        {
            WireInput.RequirePath(address, nameof(address));
            var command = new StringBuilder($"MAIL FROM:<{address}>");
            var utf8 = RequireUtf8For(address) || (parameters?.Utf8 == true && Capabilities?.SmtpUtf8 == true);
            if (parameters?.SizeBytes is { } size && Capabilities?.Size == true)
                command.Append(" SIZE=").Append(WireInput.Number(size));
            if ((parameters?.EightBit == true || utf8) && Capabilities?.EightBitMime == true)
                command.Append(" BODY=8BITMIME");
            if (utf8)
                command.Append(" SMTPUTF8");
            return Accept(await AskAsync(command.ToString(), token).ConfigureAwait(false));
        }, cancellationToken);
    }

    public Task<MailResult<SmtpReply>> RcptToAsync(string address, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        RequireSecured("RCPT");
        return StepAsync("RCPT TO", async token =>
        {
            WireInput.RequirePath(address, nameof(address));
            RequireUtf8For(address);
            return Accept(await AskAsync($"RCPT TO:<{address}>", token).ConfigureAwait(false));
        }, cancellationToken);
    }

    public Task<MailResult<SmtpReply>> RsetAsync(CancellationToken cancellationToken)
    {
        RequireReady("RSET");
        return StepAsync("RSET", async token => Accept(await AskAsync("RSET", token).ConfigureAwait(false)), cancellationToken);
    }

    public async Task<MailResult<SmtpReply>> DataAsync(Stream message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        RequireSecured("DATA");
        var begun = await StepAsync("DATA", async token =>
        {
            var reply = await AskAsync("DATA", token).ConfigureAwait(false);
            return reply.Code == SmtpCodes.StartMail ? reply : throw (reply.IsTransient || reply.IsPermanent ? Refused(reply) : Unexpected(reply));
        }, cancellationToken).ConfigureAwait(false);
        if (!begun.Succeeded)
            return begun;

        // A large message may take longer than a reply may; the limit is for each chunk, and the caller's token for all.
        var sent = await StepAsync("DATA", Timeout.InfiniteTimeSpan, async token =>
        {
            await SendMessageAsync(message, token).ConfigureAwait(false);
            return begun.Facts;
        }, cancellationToken).ConfigureAwait(false);
        if (!sent.Succeeded)
            return sent;
        return await StepAsync(SmtpCommands.EndOfData, async token => Accept(await ReadAsync(token).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
    }

    protected override async Task<GreetingFacts> GreetAsync(CancellationToken cancellationToken)
    {
        var reply = await ReadGreetingReplyAsync(cancellationToken).ConfigureAwait(false);
        var line = $"{reply.Status} {reply.Lines[0]}";
        if (PeerClassifier.IsFtp(Encoding.UTF8.GetBytes(line)))
            throw new WireException(new MailFailure { Kind = MailFailureKind.NotThisProtocol, Speaks = PeerProtocol.Ftp, ServerText = line });
        return new GreetingFacts { Reply = Accept(reply), Line = Redactor.OneLine(line) };
    }

    // Whether a handshake is due after any other yes, nobody can know.
    protected override async Task<ServerReply> AskStartTlsAsync(CancellationToken cancellationToken)
    {
        var reply = Accept(await AskAsync("STARTTLS", cancellationToken).ConfigureAwait(false));
        return reply.Code == SmtpCodes.Ready ? reply : throw Unexpected(reply);
    }

    protected override Task<AuthenticateFacts> ExchangeAsync(SaslExchange exchange, CancellationToken cancellationToken) =>
        SmtpAuthentication.RunAsync(Wire, exchange, cancellationToken);

    protected override async Task<ServerReply> SayGoodbyeAsync(CancellationToken cancellationToken) =>
        Accept(await AskAsync("QUIT", cancellationToken).ConfigureAwait(false));

    // What was said before TLS counts no more (RFC 3207 §4.2), but for the report.
    protected override void ForgetCapabilities()
    {
        _offeredBeforeTls = Capabilities?.Offered ?? [];
        Capabilities = null;
    }

    protected override bool IsPositive(ServerReply reply) => reply is SmtpReply { IsPositive: true };

    private async ValueTask<SmtpReply> AskAsync(string command, CancellationToken cancellationToken)
    {
        await Wire.SendAsync(command, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<SmtpReply> ReadAsync(CancellationToken cancellationToken) =>
        SmtpReplyReader.ReadAsync(Wire, hideText: false, cancellationToken);

    // What breaks the syntax in the very first line is another protocol as likely as not.
    private async Task<SmtpReply> ReadGreetingReplyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (WireException e) when (e.Failure.Kind is MailFailureKind.Malformed or MailFailureKind.TooLong or MailFailureKind.Disconnected)
        {
            if (e.Speaker is null or PeerProtocol.Smtp or PeerProtocol.Unknown or PeerProtocol.Silent)
                throw;
            throw new WireException(e.Failure with { Kind = MailFailureKind.NotThisProtocol, Speaks = e.Speaker });
        }
    }

    private static SmtpReply Accept(SmtpReply reply)
    {
        if (reply.IsPositive)
            return reply;
        throw reply.IsIntermediate ? Unexpected(reply) : Refused(reply);
    }

    private static WireException Unexpected(SmtpReply reply) => WireException.Malformed($"{reply.Status} {reply.Text}");

    private bool RequireUtf8For(string address)
    {
        if (WireInput.IsAscii(address))
            return false;
        return Capabilities?.SmtpUtf8 == true ? true : throw new WireException(new MailFailure { Kind = MailFailureKind.NotOffered, Detail = "SMTPUTF8" });
    }

    private async Task SendMessageAsync(Stream message, CancellationToken cancellationToken)
    {
        var stuffing = new DotStuffing();
        var input = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        var output = ArrayPool<byte>.Shared.Rent(DotStuffing.MaxLength(ChunkBytes));
        long total = 0;
        try
        {
            for (int read; (read = await message.ReadAsync(input.AsMemory(0, ChunkBytes), cancellationToken).ConfigureAwait(false)) > 0;)
            {
                var length = stuffing.Write(input.AsSpan(0, read), output);
                await SendChunkAsync(output.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
                total += length;
            }

            await SendChunkAsync(stuffing.End(), cancellationToken).ConfigureAwait(false);
            Transcript.Add(TranscriptDirection.Client, $"[message, {WireInput.Number(total)} bytes]");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(input, clearArray: true);
            ArrayPool<byte>.Shared.Return(output, clearArray: true);
        }
    }

    private async Task SendChunkAsync(ReadOnlyMemory<byte> chunk, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Options.Timeouts.Reply, Options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await Wire.WriteAsync(chunk, either.Token).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // A server that has had enough says so before it closes.
            throw Refused(await ReadAsync(either.Token).ConfigureAwait(false));
        }
    }
}
