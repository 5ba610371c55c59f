using System.Text;
using EmailSettings.Mail.Probes;
using EmailSettings.Mail.Redaction;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Smtp;

/// <summary>An SMTP session over the library's own connection.</summary>
internal sealed class SmtpSession : MailSession, ISmtpSession
{
    private readonly List<SmtpReply> _envelope = [];
    private IReadOnlyList<string> _offeredBeforeTls = [];

    public SmtpSession(MailSessionOptions options)
        : base(options)
    {
    }

    public SmtpCapabilities? Capabilities { get; private set; }

    protected override MailProtocol Protocol => MailProtocol.Smtp;

    protected override string QuitCommand => "QUIT";

    protected override string AuthenticateCommand => "AUTH";

    protected override bool OffersStartTls => Capabilities?.StartTls == true;

    protected override IReadOnlyList<string> OfferedMechanisms => Capabilities?.AuthMechanisms ?? [];

    public Task<MailResult<SmtpCapabilities>> EhloAsync(string clientName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(clientName);
        Order.RequireReady("EHLO");
        return StepAsync("EHLO", async token =>
        {
            WireInput.RequireToken(clientName, nameof(clientName));
            var reply = await AskAsync($"EHLO {clientName}", token).ConfigureAwait(false);
            if (reply.IsPermanent)
            {
                reply = Accept(await AskAsync($"HELO {clientName}", token).ConfigureAwait(false));
                Capabilities = new SmtpCapabilities { ClientName = clientName, Extended = false, Reply = reply };
            }
            else
            {
                Capabilities = SmtpCapabilityReader.Read(Accept(reply), _offeredBeforeTls) with { ClientName = clientName };
            }

            return Capabilities;
        }, cancellationToken);
    }

    public Task<MailResult<SmtpReply>> MailFromAsync(string address, MailFromParameters? parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        Order.RequireSecured("MAIL");
        return StepAsync("MAIL FROM", async token =>
        {
            WireInput.RequirePath(address, nameof(address));
            var command = new StringBuilder($"MAIL FROM:<{address}>");
            var utf8 = RequireUtf8For(address) || (parameters?.Utf8 == true && Capabilities?.SmtpUtf8 == true);
            if (parameters?.SizeBytes is { } size && Capabilities?.Size == true)
                command.Append(" SIZE=").Append(WireInput.Number(size));
            if (parameters?.Binary == true && Capabilities is { BinaryMime: true, Chunking: true })
                command.Append(" BODY=BINARYMIME");
            else if ((parameters?.EightBit == true || utf8) && Capabilities?.EightBitMime == true)
                command.Append(" BODY=8BITMIME");
            if (utf8)
                command.Append(" SMTPUTF8");
            return Envelope(Accept(await AskAsync(command.ToString(), token).ConfigureAwait(false)), begins: true);
        }, cancellationToken);
    }

    public Task<MailResult<SmtpReply>> RcptToAsync(string address, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        Order.RequireSecured("RCPT");
        return StepAsync("RCPT TO", async token =>
        {
            WireInput.RequirePath(address, nameof(address));
            RequireUtf8For(address);
            return Envelope(Accept(await AskAsync($"RCPT TO:<{address}>", token).ConfigureAwait(false)), begins: false);
        }, cancellationToken);
    }

    public Task<MailResult<SmtpReply>> RsetAsync(CancellationToken cancellationToken)
    {
        Order.RequireReady("RSET");
        _envelope.Clear();
        return StepAsync("RSET", async token => Accept(await AskAsync("RSET", token).ConfigureAwait(false)), cancellationToken);
    }

    public Task<MailResult<SmtpReply>> LendAsync(Func<Stream, CancellationToken, Task> client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        Order.RequireSecured("MAIL");
        return StepAsync("MAIL FROM", Timeout.InfiniteTimeSpan, async token =>
        {
            var capabilities = Capabilities?.Reply ?? throw new WireException(new MailFailure { Kind = MailFailureKind.NotOffered, Detail = "EHLO" });
            await using var lent = new SmtpHandoverStream(Wire, [capabilities, .. _envelope], Options.Timeouts.Reply, Options.TimeProvider);
            _envelope.Clear();
            await UseAsync<SmtpHandoverStream>(lent, async () =>
            {
                await client(lent, token).ConfigureAwait(false);
                return lent;
            }, token).ConfigureAwait(false);
            return lent.Outcome();
        }, cancellationToken);
    }

    // A first line with invalid syntax is likely another protocol.
    protected override async Task<GreetingFacts> GreetAsync(CancellationToken cancellationToken)
    {
        try
        {
            var reply = await ReadAsync(cancellationToken).ConfigureAwait(false);
            var line = $"{reply.Status} {reply.Lines[0]}";
            if (PeerClassifier.IsFtp(Encoding.UTF8.GetBytes(line)))
                throw new WireException(new MailFailure { Kind = MailFailureKind.NotThisProtocol, Speaks = PeerProtocol.Ftp, ServerText = line });
            return new GreetingFacts { Reply = Accept(reply), Line = Redactor.OneLine(line) };
        }
        catch (WireException e) when (e.Failure.Kind is MailFailureKind.Malformed or MailFailureKind.TooLong or MailFailureKind.Disconnected)
        {
            if (e.Speaker is null or PeerProtocol.Smtp or PeerProtocol.Unknown or PeerProtocol.Silent)
                throw;
            throw new WireException(e.Failure with { Kind = MailFailureKind.NotThisProtocol, Speaks = e.Speaker });
        }
    }

    // After any other positive reply it would be unclear whether a handshake follows.
    protected override Task<ServerReply> SendStartTlsAsync(CancellationToken cancellationToken) => AcceptAsync("STARTTLS", SmtpCodes.Ready, cancellationToken);

    protected override Task<AuthenticateFacts> ExchangeAsync(SaslExchange exchange, CancellationToken cancellationToken) =>
        SmtpAuthentication.RunAsync(Wire, exchange, cancellationToken);

    protected override Task<ServerReply> SendQuitAsync(CancellationToken cancellationToken) => AcceptAsync("QUIT", null, cancellationToken);

    // Extensions announced before TLS are no longer valid (RFC 3207 §4.2); they are kept only for the report.
    protected override void ForgetCapabilities()
    {
        _offeredBeforeTls = Capabilities?.Offered ?? [];
        Capabilities = null;
    }

    protected override bool IsPositive(ServerReply reply) => reply is SmtpReply { IsPositive: true };

    private async Task<SmtpReply> AskAsync(string command, CancellationToken cancellationToken)
    {
        await Wire.SendAsync(command, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    private Task<SmtpReply> ReadAsync(CancellationToken cancellationToken) =>
        SmtpReplyReader.ReadAsync(Wire, hideText: false, cancellationToken);

    // If only one code counts as positive, any other one is unexpected.
    private async Task<ServerReply> AcceptAsync(string command, int? code, CancellationToken cancellationToken)
    {
        var reply = Accept(await AskAsync(command, cancellationToken).ConfigureAwait(false));
        return code is null || reply.Code == code ? reply : throw Unexpected(reply);
    }

    // The accepted part of the envelope, to be replayed to a client that sends the message.
    private SmtpReply Envelope(SmtpReply taken, bool begins)
    {
        if (begins)
            _envelope.Clear();
        _envelope.Add(taken);
        return taken;
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
}
