using System.Text;
using EmailSettings.Mail.Probes;
using EmailSettings.Mail.Redaction;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Imap;

/// <summary>An IMAP session over the library's own connection.</summary>
internal sealed class ImapSession : MailSession, IImapSession
{
    private IReadOnlyList<string> _offeredBeforeTls = [];
    private int _tags;

    public ImapSession(MailSessionOptions options)
        : base(options)
    {
    }

    public ImapCapabilities? Capabilities { get; private set; }

    protected override MailProtocol Protocol => MailProtocol.Imap;

    protected override string QuitCommand => "LOGOUT";

    protected override string AuthenticateCommand => "AUTHENTICATE";

    protected override bool OffersStartTls => Capabilities?.StartTls == true;

    protected override IReadOnlyList<string> OfferedMechanisms => Capabilities?.AuthMechanisms ?? [];

    public Task<MailResult<ImapCapabilities>> CapabilityAsync(CancellationToken cancellationToken)
    {
        Order.RequireReady("CAPABILITY");
        return StepAsync("CAPABILITY", async token =>
        {
            Capabilities = null;
            Accept(await AskAsync("CAPABILITY", NoteCapabilities, token).ConfigureAwait(false));
            return Capabilities ?? throw WireException.Malformed("CAPABILITY");
        }, cancellationToken);
    }

    public Task<MailResult<AuthenticateFacts>> LoginAsync(MailCredential credential, bool allowPlaintext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(credential);
        Order.RequireReady("LOGIN");
        AuthenticateFacts facts = new() { Offered = OfferedMechanisms };
        return StepAsync("LOGIN", Options.Timeouts.Reply, async token =>
        {
            Order.RequireSecrecy(allowPlaintext);
            if (Capabilities?.LoginDisabled == true)
                throw new WireException(new MailFailure { Kind = MailFailureKind.NotOffered, Detail = "LOGINDISABLED" });
            WireInput.RequireLine(credential.User, nameof(MailCredential.User));
            WireInput.RequireNoNul(credential.Secret, nameof(MailCredential.Secret));
            Hide(credential);
            facts = await ImapAuthentication.LoginAsync(Wire, NewCommand(NoteCapabilities), credential, token).ConfigureAwait(false) with { Offered = facts.Offered };
            NoteCapabilities(facts.Reply!);
            return RequirePositive(facts);
        }, _ => facts, cancellationToken);
    }

    public Task<MailResult<ImapReply>> IdentifyAsync(string name, string version, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(version);
        Order.RequireSecured("ID");
        return StepAsync("ID", async token =>
        {
            RequireAscii(name, nameof(name));
            RequireAscii(version, nameof(version));
            return Accept(await AskAsync($"ID (\"name\" {ImapString.Quote(name)} \"version\" {ImapString.Quote(version)})", _ => { }, token).ConfigureAwait(false));
        }, cancellationToken);
    }

    public Task<MailResult<ImapMailboxFacts>> ExamineAsync(string mailbox, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(mailbox);
        Order.RequireSecured("EXAMINE");
        return StepAsync("EXAMINE", async token =>
        {
            WireInput.RequireLine(mailbox, nameof(mailbox));
            var reading = new ImapMailboxReader();
            var reply = Accept(await AskAsync($"EXAMINE {ImapString.Quote(ImapMailboxName.Encode(mailbox))}", reading.Note, token).ConfigureAwait(false));
            return reading.Facts(mailbox, reply);
        }, cancellationToken);
    }

    public Task<MailResult<T>> LendAsync<T>(Func<Stream, CancellationToken, Task<T?>> client, long maxLiteral, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentOutOfRangeException.ThrowIfNegative(maxLiteral);
        Order.RequireSecured("SEARCH");
        return StepAsync("SEARCH", Timeout.InfiniteTimeSpan, async token =>
        {
            await using var lent = new ImapHandoverStream(Wire, Capabilities, maxLiteral, Options.Timeouts.Reply, Options.TimeProvider);
            return await UseAsync(lent, () => client(lent, token), token).ConfigureAwait(false)
                ?? throw new WireException(lent.Failure ?? Unanswered(lent));
        }, cancellationToken);
    }

    protected override async Task<GreetingFacts> GreetAsync(CancellationToken cancellationToken)
    {
        var (reply, line) = await ReadFirstAsync(cancellationToken).ConfigureAwait(false);
        NoteCapabilities(reply);
        return reply.Kind is ImapStatus.Ok or ImapStatus.PreAuth
            ? new GreetingFacts { Reply = reply, Line = Redactor.OneLine(line), PreAuthenticated = reply.Kind == ImapStatus.PreAuth }
            : throw Refused(reply);
    }

    protected override async Task<ServerReply> SendStartTlsAsync(CancellationToken cancellationToken) =>
        Accept(await AskAsync("STARTTLS", _ => { }, cancellationToken).ConfigureAwait(false));

    protected override async Task<AuthenticateFacts> ExchangeAsync(SaslExchange exchange, CancellationToken cancellationToken)
    {
        var facts = await ImapAuthentication.RunAsync(
            Wire, NewCommand(NoteCapabilities, hidesContinuation: true), exchange, Capabilities?.SaslIr == true, cancellationToken).ConfigureAwait(false);
        NoteCapabilities(facts.Reply!);
        return facts;
    }

    protected override async Task<ServerReply> SendQuitAsync(CancellationToken cancellationToken) =>
        Accept(await AskAsync("LOGOUT", NewCommand(_ => { }, expectsBye: true), cancellationToken).ConfigureAwait(false));

    // Capabilities announced before TLS are no longer valid (RFC 3501 §6.2.1); they are kept only for the report.
    protected override void ForgetCapabilities()
    {
        _offeredBeforeTls = Capabilities?.Offered ?? [];
        Capabilities = null;
    }

    protected override bool IsPositive(ServerReply reply) => reply is ImapReply { Kind: ImapStatus.Ok };

    private ValueTask<ImapReply> AskAsync(string command, Action<ImapResponse> onUntagged, CancellationToken cancellationToken) =>
        AskAsync(command, NewCommand(onUntagged), cancellationToken);

    private async ValueTask<ImapReply> AskAsync(string command, ImapCommand asked, CancellationToken cancellationToken)
    {
        await Wire.SendAsync($"{asked.Tag} {command}", cancellationToken).ConfigureAwait(false);
        return (await asked.ReadAsync(awaitsContinuation: false, cancellationToken).ConfigureAwait(false)).Reply!;
    }

    private ImapCommand NewCommand(Action<ImapResponse> onUntagged, bool hidesContinuation = false, bool expectsBye = false) =>
        new(Wire, "A" + WireInput.Number(++_tags)) { OnUntagged = onUntagged, HidesContinuation = hidesContinuation, ExpectsBye = expectsBye };

    private async ValueTask<(ImapReply Reply, string Line)> ReadFirstAsync(CancellationToken cancellationToken)
    {
        try
        {
            var response = await ImapResponseReader.ReadAsync(Wire, new ReplyBudget(), hideContinuation: false, cancellationToken).ConfigureAwait(false);
            var line = $"{response.Tag} {response.Text}";
            var reply = response.IsUntagged ? ImapReplyReader.TryRead(response) : null;
            return (reply ?? throw WireException.NoReply(MailFailureKind.Malformed, Encoding.Latin1.GetBytes(line), line), line);
        }
        catch (WireException e) when (e.Failure.Kind is MailFailureKind.Malformed or MailFailureKind.TooLong or MailFailureKind.Disconnected)
        {
            if (e.Speaker is null or PeerProtocol.Imap or PeerProtocol.Unknown or PeerProtocol.Silent)
                throw;
            throw new WireException(e.Failure with { Kind = MailFailureKind.NotThisProtocol, Speaks = e.Speaker });
        }
    }

    private static ImapReply Accept(ImapReply reply) => reply.Kind == ImapStatus.Ok ? reply : throw Refused(reply);

    private static void RequireAscii(string text, string argument)
    {
        WireInput.RequireLine(text, argument);
        if (!WireInput.IsAscii(text))
            throw WireException.InvalidInput(argument);
    }

    private void NoteCapabilities(ImapResponse response)
    {
        if (response.Word == "CAPABILITY")
            Capabilities = ImapCapabilityReader.Read(response.Rest, _offeredBeforeTls);
    }

    private void NoteCapabilities(ServerReply reply)
    {
        if (reply is ImapReply { ResponseCode: "CAPABILITY", ResponseCodeArgument: { } words })
            Capabilities = ImapCapabilityReader.Read(words, _offeredBeforeTls);
    }

    // The client gave up on a working connection: because of a negative reply, or of one it cannot parse.
    private static MailFailure Unanswered(ImapHandoverStream lent) => lent.Refusal is { } no
        ? new MailFailure { Kind = MailFailureKind.Refused, Command = lent.Command, Reply = no }
        : new MailFailure { Kind = MailFailureKind.Malformed, Command = lent.Command, ServerText = lent.LastLine };
}
