using System.Globalization;
using System.Text;
using EmailSettings.Mail.Probes;
using EmailSettings.Mail.Redaction;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Imap;

/// <summary>IMAP over our own wire.</summary>
internal sealed class ImapSession : MailSession, IImapSession
{
    private const int MaxUids = 1_000;
    private const int MaxHeaderBytes = 64 * 1024;

    private IReadOnlyList<string> _offeredBeforeTls = [];
    private int _tags;

    public ImapSession(MailSessionOptions options)
        : base(options)
    {
    }

    public ImapCapabilities? Capabilities { get; private set; }

    protected override string QuitCommand => "LOGOUT";

    protected override string AuthenticateCommand => "AUTHENTICATE";

    protected override bool OffersStartTls => Capabilities?.StartTls == true;

    protected override IReadOnlyList<string> OfferedMechanisms => Capabilities?.AuthMechanisms ?? [];

    public Task<MailResult<ImapCapabilities>> CapabilityAsync(CancellationToken cancellationToken)
    {
        RequireReady("CAPABILITY");
        return StepAsync("CAPABILITY", async token =>
        {
            Capabilities = null;
            Accept(await AskAsync("CAPABILITY", NoteCapabilities, 0, token).ConfigureAwait(false));
            return Capabilities ?? throw WireException.Malformed("CAPABILITY");
        }, cancellationToken);
    }

    public async Task<MailResult<AuthenticateFacts>> LoginAsync(MailCredential credential, bool allowPlaintext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(credential);
        RequireReady("LOGIN");
        AuthenticateFacts facts = new() { Offered = OfferedMechanisms };
        var result = await StepAsync("LOGIN", async token =>
        {
            RequireSecrecy(allowPlaintext);
            if (Capabilities?.LoginDisabled == true)
                throw new WireException(new MailFailure { Kind = MailFailureKind.NotOffered, Detail = "LOGINDISABLED" });
            WireInput.RequireLine(credential.User, nameof(MailCredential.User));
            WireInput.RequireNoNul(credential.Secret, nameof(MailCredential.Secret));
            Hide(credential);
            facts = await ImapAuthentication.LoginAsync(Wire, NewCommand(NoteCapabilities), credential, token).ConfigureAwait(false) with { Offered = facts.Offered };
            NoteCapabilities(facts.Reply!);
            return RequirePositive(facts);
        }, cancellationToken).ConfigureAwait(false);
        return result with { Facts = facts };
    }

    public Task<MailResult<ImapMailboxFacts>> ExamineAsync(string mailbox, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(mailbox);
        RequireSecured("EXAMINE");
        return StepAsync("EXAMINE", async token =>
        {
            RequireAscii(mailbox, nameof(mailbox));
            var reading = new ImapMailboxReading();
            var reply = Accept(await AskAsync($"EXAMINE {ImapString.Quote(mailbox)}", reading.Note, 0, token).ConfigureAwait(false));
            return reading.Facts(mailbox, reply);
        }, cancellationToken);
    }

    public Task<MailResult<ImapSearchFacts>> SearchHeaderAsync(string field, string text, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        ArgumentNullException.ThrowIfNull(text);
        RequireSecured("SEARCH");
        return StepAsync("UID SEARCH", async token =>
        {
            WireInput.RequireToken(field, nameof(field));
            RequireAscii(text, nameof(text));
            var uids = new List<uint>();
            var command = $"UID SEARCH HEADER {ImapString.Quote(field)} {ImapString.Quote(text)}";
            Accept(await AskAsync(command, response => NoteSearch(response, uids), 0, token).ConfigureAwait(false));
            return new ImapSearchFacts { Uids = uids };
        }, cancellationToken);
    }

    public Task<MailResult<ImapHeaderFacts>> FetchHeaderAsync(uint uid, int maxBytes, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(uid);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxBytes, MaxHeaderBytes);
        RequireSecured("FETCH");
        return StepAsync("UID FETCH", async token =>
        {
            ImapHeaderFacts? found = null;
            var command = $"UID FETCH {WireInput.Number(uid)} (UID RFC822.SIZE BODY.PEEK[HEADER]<0.{WireInput.Number(maxBytes)}>)";
            var reply = Accept(await AskAsync(command, response => found ??= ImapMailboxReading.Header(response, uid), maxBytes, token).ConfigureAwait(false));
            return found ?? throw Refused(reply);
        }, cancellationToken);
    }

    public Task<MailResult<ImapReply>> NoopAsync(CancellationToken cancellationToken)
    {
        RequireReady("NOOP");
        return StepAsync("NOOP", async token => Accept(await AskAsync("NOOP", NoteCapabilities, 0, token).ConfigureAwait(false)), cancellationToken);
    }

    protected override async Task<GreetingFacts> GreetAsync(CancellationToken cancellationToken)
    {
        var (reply, line) = await ReadFirstAsync(cancellationToken).ConfigureAwait(false);
        NoteCapabilities(reply);
        return reply.Kind is ImapStatus.Ok or ImapStatus.PreAuth
            ? new GreetingFacts { Reply = reply, Line = Redactor.OneLine(line), PreAuthenticated = reply.Kind == ImapStatus.PreAuth }
            : throw Refused(reply);
    }

    protected override async Task<ServerReply> AskStartTlsAsync(CancellationToken cancellationToken) =>
        Accept(await AskAsync("STARTTLS", _ => { }, 0, cancellationToken).ConfigureAwait(false));

    protected override async Task<AuthenticateFacts> ExchangeAsync(SaslExchange exchange, CancellationToken cancellationToken)
    {
        var facts = await ImapAuthentication.RunAsync(
            Wire, NewCommand(NoteCapabilities, hidesContinuation: true), exchange, Capabilities?.SaslIr == true, cancellationToken).ConfigureAwait(false);
        NoteCapabilities(facts.Reply!);
        return facts;
    }

    protected override async Task<ServerReply> SayGoodbyeAsync(CancellationToken cancellationToken) =>
        Accept(await AskAsync("LOGOUT", NewCommand(_ => { }, awaitsBye: true), cancellationToken).ConfigureAwait(false));

    // What was said before TLS counts no more (RFC 3501 §6.2.1), but for the report.
    protected override void ForgetCapabilities()
    {
        _offeredBeforeTls = Capabilities?.Offered ?? [];
        Capabilities = null;
    }

    protected override bool IsPositive(ServerReply reply) => reply is ImapReply { Kind: ImapStatus.Ok };

    private ValueTask<ImapReply> AskAsync(string command, Action<ImapResponse> onUntagged, int maxLiteral, CancellationToken cancellationToken) =>
        AskAsync(command, NewCommand(onUntagged, maxLiteral), cancellationToken);

    private async ValueTask<ImapReply> AskAsync(string command, ImapCommand asked, CancellationToken cancellationToken)
    {
        await Wire.SendAsync($"{asked.Tag} {command}", cancellationToken).ConfigureAwait(false);
        return (await asked.ReadAsync(awaitsContinuation: false, cancellationToken).ConfigureAwait(false)).Reply!;
    }

    private ImapCommand NewCommand(Action<ImapResponse> onUntagged, int maxLiteral = 0, bool hidesContinuation = false, bool awaitsBye = false) =>
        new(Wire, "A" + WireInput.Number(++_tags)) { MaxLiteral = maxLiteral, OnUntagged = onUntagged, HidesContinuation = hidesContinuation, AwaitsBye = awaitsBye };

    private async ValueTask<(ImapReply Reply, string Line)> ReadFirstAsync(CancellationToken cancellationToken)
    {
        try
        {
            var response = await ImapResponseReader.ReadAsync(Wire, new ReplyBudget(), 0, hideContinuation: false, cancellationToken).ConfigureAwait(false);
            var line = $"{response.Tag} {response.Text}";
            var reply = response.IsUntagged ? ImapReplyReading.TryRead(response) : null;
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
            Capabilities = ImapCapabilityReading.Read(response.Rest, _offeredBeforeTls);
    }

    private void NoteCapabilities(ServerReply reply)
    {
        if (reply is ImapReply { ResponseCode: "CAPABILITY", ResponseCodeArgument: { } words })
            Capabilities = ImapCapabilityReading.Read(words, _offeredBeforeTls);
    }

    // * SEARCH 3 5 7
    private static void NoteSearch(ImapResponse response, List<uint> uids)
    {
        if (response.Word != "SEARCH")
            return;
        foreach (var word in response.Rest.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (uids.Count < MaxUids && uint.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var uid))
                uids.Add(uid);
        }
    }
}
