using System.Net;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Redaction;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Tls;
using EmailSettings.Mail.Transcripts;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail;

/// <summary>The base of both protocols' sessions: connection, TLS and login.</summary>
internal abstract class MailSession : IMailSession
{
    private const string Handshake = "TLS handshake";

    private readonly StepRunner _steps;
    private readonly Redactor _redactor;
    private readonly ClientCertificateWait _certificateWait = new();
    private DnsFacts? _dns;
    private IPAddress? _address;
    private WireConnection? _wire;
    private bool _hasFurtherAddresses;
    private bool _disposed;

    protected MailSession(MailSessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        _redactor = options.Redactor ?? new Redactor();
        Transcript = new MailTranscript(options.TimeProvider);
        _steps = new StepRunner(options.TimeProvider, () => _wire?.Dispose());
        Order = new StepOrder(options.Endpoint.TlsMode, () => _steps.Broken is not null);
    }

    public MailEndpoint Endpoint => Options.Endpoint;

    public bool IsEncrypted => Order.IsEncrypted;

    public MailFailure? EndedBy => _steps.Broken;

    public MailTranscript Transcript { get; }

    protected MailSessionOptions Options { get; }

    /// <summary>Which steps are possible now.</summary>
    protected StepOrder Order { get; }

    private TimeSpan FirstAnswer => _hasFurtherAddresses ? Options.Timeouts.FirstAnswer ?? Options.Timeouts.Reply : Options.Timeouts.Reply;

    /// <summary>The connection; only for steps that require one.</summary>
    protected WireConnection Wire => _wire ?? throw new InvalidOperationException("The session is not connected.");

    protected abstract MailProtocol Protocol { get; }

    /// <summary>QUIT or LOGOUT.</summary>
    protected abstract string QuitCommand { get; }

    /// <summary>Whether the server offers STARTTLS.</summary>
    protected abstract bool OffersStartTls { get; }

    public Task<MailResult<DnsFacts>> ResolveAsync(CancellationToken cancellationToken) =>
        StepAsync<DnsFacts>(null, Options.Timeouts.Connect, async token =>
        {
            if (Endpoint.Port is < 1 or > ushort.MaxValue)
                throw WireException.InvalidInput(nameof(MailEndpoint.Port));
            _dns = await HostLookup.ResolveAsync(Endpoint.Host, Options.Resolver, token).ConfigureAwait(false);
            return _dns;
        }, cancellationToken);

    public Task<MailResult<ConnectFacts>> ConnectAsync(CancellationToken cancellationToken)
    {
        Order.RequireNoConnection();
        return _dns is null ? ResolveAndConnectAsync(cancellationToken) : ConnectAsync(_dns.Addresses, cancellationToken);
    }

    public async Task<MailResult<TlsFacts>> SecureAsync(CancellationToken cancellationToken)
    {
        if (_steps.Broken is { } broken)
            return new MailResult<TlsFacts> { Failure = broken };
        Order.RequireHandshakeDue();
        using var handshake = new TlsHandshake(Wire.Stream, HostName.Normalize(Endpoint.Host), Options.Tls, Transcript, _redactor) { MailServer = _address };
        var result = await StepAsync<TlsFacts>(Handshake, FirstAnswer, async token =>
        {
            await handshake.RunAsync(token).ConfigureAwait(false);
            return handshake.Facts;
        }, cancellationToken).ConfigureAwait(false);
        result = result.Succeeded
            ? await LookUpRevocationAsync(handshake, result, cancellationToken).ConfigureAwait(false)
            : await ExplainAsync(handshake, result, cancellationToken).ConfigureAwait(false);
        if (result.Succeeded)
        {
            Wire.SwitchTo(handshake.Stream);
            Order.EndHandshake();
            _certificateWait.Begin(handshake.Facts.ClientCertificateAsked);
            Transcript.Add(TranscriptDirection.Event, $"{handshake.Facts.Protocol.ToString()} {handshake.Facts.CipherSuite.ToString()}");
        }

        return result with { Facts = handshake.Facts };
    }

    public Task<MailResult<GreetingFacts>> ReadGreetingAsync(CancellationToken cancellationToken)
    {
        Order.RequireGreetingDue();
        Order.Greet();
        return StepAsync(null, FirstAnswer, GreetAsync,
            failure => new GreetingFacts { Line = Redactor.OneLine(failure.ServerText ?? ""), Speaks = failure.Speaks }, cancellationToken);
    }

    public Task<MailResult<StartTlsFacts>> StartTlsAsync(CancellationToken cancellationToken)
    {
        Order.RequireReady("STARTTLS");
        Order.RequireNoTls();
        StartTlsFacts facts = new() { Offered = OffersStartTls, Accepted = false };
        return StepAsync("STARTTLS", Options.Timeouts.Reply, async token =>
        {
            if (!facts.Offered)
                throw new WireException(new MailFailure { Kind = MailFailureKind.NotOffered });
            facts = facts with { Reply = await SendStartTlsAsync(token).ConfigureAwait(false) };
            facts = facts with { Accepted = true, InjectedBytes = Wire.Unread };
            if (facts.InjectedBytes > 0)
                throw new WireException(new MailFailure { Kind = MailFailureKind.Injection });
            Order.BeginHandshake();
            ForgetCapabilities();
            return facts;
        }, failure => facts with { Reply = facts.Reply ?? failure.Reply }, cancellationToken);
    }

    public Task<MailResult<AuthenticateFacts>> AuthenticateAsync(AuthenticateRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Order.RequireReady(AuthenticateCommand);
        var name = SaslSelection.NameOf(request.Mechanism);
        AuthenticateFacts facts = new() { Offered = OfferedMechanisms };
        return StepAsync($"{AuthenticateCommand} {name}", Options.Timeouts.Reply, async token =>
        {
            Order.RequireSecrecy(request.AllowPlaintext);
            using var exchange = Exchange(request);
            Hide(request.Credential);
            facts = await ExchangeAsync(exchange, token).ConfigureAwait(false) with { Offered = facts.Offered };
            return RequireProven(facts, exchange);
        }, _ => facts, cancellationToken);
    }

    public async Task<MailResult<ServerReply>> QuitAsync(CancellationToken cancellationToken)
    {
        Order.RequireNoHandshake(QuitCommand);
        var result = await StepAsync<ServerReply>(QuitCommand, Options.Timeouts.Goodbye, async token =>
        {
            var goodbye = await SendQuitAsync(token).ConfigureAwait(false);
            await Wire.ShutDownAsync().ConfigureAwait(false);
            return goodbye;
        }, cancellationToken).ConfigureAwait(false);
        _steps.End(new MailFailure { Kind = MailFailureKind.Disconnected, Detail = "The session has ended." });
        return result;
    }

    public ValueTask DisposeAsync()
    {
        _disposed = true;
        _wire?.Dispose();
        if (Options.Redactor is null)
            _redactor.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Starts the session over an existing connection.</summary>
    internal void Attach(ITransport transport)
    {
        _wire = new WireConnection(transport, Transcript, _redactor);
        Order.Connect();
    }

    /// <summary>
    /// Runs a probe on the session's current stream within the reply timeout; returns <paramref name="silence"/> if nothing came.
    /// </summary>
    internal async Task<MailResult<T>> ProbeAsync<T>(Func<Stream, CancellationToken, Task<T>> probe, T silence, CancellationToken cancellationToken)
        where T : class
    {
        var result = await StepAsync(null, token => probe(Wire.Stream, token), cancellationToken).ConfigureAwait(false);
        return result.Failure?.Kind is MailFailureKind.TimedOut or MailFailureKind.Disconnected
            ? result with { Facts = silence, Failure = null }
            : result;
    }

    /// <summary>Redacts and escapes text from the server.</summary>
    internal string? Clean(string? text) => _redactor.Clean(text);

    /// <summary>The size of the receive buffer in bytes.</summary>
    internal int BufferCapacity => _wire?.BufferCapacity ?? 0;

    /// <summary>The SASL mechanisms offered, as far as known.</summary>
    protected abstract IReadOnlyList<string> OfferedMechanisms { get; }

    /// <summary>AUTH or AUTHENTICATE.</summary>
    protected abstract string AuthenticateCommand { get; }

    protected abstract Task<GreetingFacts> GreetAsync(CancellationToken cancellationToken);

    /// <summary>Sends STARTTLS and reads the reply; throws a <see cref="WireException"/> if refused.</summary>
    protected abstract Task<ServerReply> SendStartTlsAsync(CancellationToken cancellationToken);

    /// <summary>Performs one SASL exchange up to the server's final reply, positive or negative.</summary>
    protected abstract Task<AuthenticateFacts> ExchangeAsync(SaslExchange exchange, CancellationToken cancellationToken);

    protected abstract Task<ServerReply> SendQuitAsync(CancellationToken cancellationToken);

    protected abstract void ForgetCapabilities();

    /// <summary>Whether the reply is positive.</summary>
    protected abstract bool IsPositive(ServerReply reply);

    /// <summary>Returns the facts of a successful authentication.</summary>
    /// <exception cref="WireException">The server refused it.</exception>
    protected AuthenticateFacts RequirePositive(AuthenticateFacts facts) => IsPositive(facts.Reply!) ? facts : throw Refused(facts.Reply!);

    // A server that accepts a login without the proof its mechanism requires may be an impostor.
    private AuthenticateFacts RequireProven(AuthenticateFacts facts, SaslExchange exchange)
    {
        var fault = exchange.Fault
            ?? (IsPositive(facts.Reply!) && !exchange.IsComplete ? new MailFailure { Kind = MailFailureKind.MechanismFailed, SaslFault = SaslFault.ServerNotProven } : null);
        return fault is null ? RequirePositive(facts) : throw new WireException(fault with { Reply = facts.Reply });
    }

    private SaslExchange Exchange(AuthenticateRequest request)
    {
        var host = HostName.Normalize(Endpoint.Host);
        if (SaslSelection.SendsSecret(request.Mechanism))
            return new SecretExchange(request.Mechanism, request.Credential, host, Endpoint.Port);
        var clients = Options.SaslClients ?? throw new WireException(new MailFailure { Kind = MailFailureKind.MechanismFailed, SaslFault = SaslFault.NotPossibleHere });
        return new ProofExchange(request.Mechanism, request.Credential, () => clients.Create(request.Mechanism, request.Credential, Protocol, host));
    }

    /// <summary>Redacts a credential that is about to be sent from everything read afterwards.</summary>
    protected void Hide(MailCredential credential)
    {
        _redactor.HideUser(credential.User);
        _redactor.HideSecret(credential.Secret);
    }

    protected static WireException Refused(ServerReply reply) => new(new MailFailure { Kind = MailFailureKind.Refused, Reply = reply });

    /// <summary>Runs a step that sends a command, within the reply timeout.</summary>
    protected Task<MailResult<T>> StepAsync<T>(string? command, Func<CancellationToken, Task<T>> step, CancellationToken cancellationToken)
        where T : class => StepAsync(command, Options.Timeouts.Reply, step, cancellationToken);

    protected Task<MailResult<T>> StepAsync<T>(string? command, TimeSpan limit, Func<CancellationToken, Task<T>> step, CancellationToken cancellationToken)
        where T : class => StepAsync(command, limit, step, null, cancellationToken);

    /// <summary>Runs a step of which something is known even if it fails.</summary>
    protected Task<MailResult<T>> StepAsync<T>(
        string? command, TimeSpan limit, Func<CancellationToken, Task<T>> step, Func<MailFailure, T?>? factsOf, CancellationToken cancellationToken)
        where T : class
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _steps.RunAsync(command, limit, TimedOut, _certificateWait.Watch(step), factsOf, cancellationToken);
    }

    /// <summary>Runs another client over a lent connection.</summary>
    /// <returns>The client's result; null if it gave up, which the stream or the server's replies explain.</returns>
    /// <exception cref="WireException">The client itself failed: the state of the dialogue is unknown, so the session
    /// ends.</exception>
    protected async Task<T?> UseAsync<T>(HandoverStream lent, Func<Task<T?>> client, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await client().ConfigureAwait(false);
        }
        catch (Exception e) when (lent.Failure is null && !cancellationToken.IsCancellationRequested && e is IOException)
        {
            var failure = new MailFailure { Kind = MailFailureKind.InvalidInput, Argument = "message", Detail = $"{e.GetType().Name}: {e.Message}" };
            _steps.End(failure);
            throw new WireException(failure);
        }
        catch (Exception) when (lent.Failure is not null)
        {
            return null;
        }
    }

    private async Task<MailResult<ConnectFacts>> ResolveAndConnectAsync(CancellationToken cancellationToken)
    {
        var resolved = await ResolveAsync(cancellationToken).ConfigureAwait(false);
        return resolved.Facts is { } dns
            ? await ConnectAsync(dns.Addresses, cancellationToken).ConfigureAwait(false)
            : new MailResult<ConnectFacts> { Failure = resolved.Failure, Duration = resolved.Duration };
    }

    private Task<MailResult<ConnectFacts>> ConnectAsync(IReadOnlyList<IPAddress> addresses, CancellationToken cancellationToken)
    {
        var connector = new Connector(Endpoint.Port, Options.Timeouts.Connect, Options.TimeProvider);
        return StepAsync(null, Timeout.InfiniteTimeSpan, async token =>
        {
            var socket = await connector.ConnectAsync(addresses, token).ConfigureAwait(false) ?? throw ConnectStep.Failure(connector.Failed);
            _hasFurtherAddresses = addresses.Count > connector.Failed.Count + 1;
            Attach(new SocketTransport(socket));
            _address = (socket.RemoteEndPoint as IPEndPoint)?.Address;
            return ConnectStep.Facts(socket, connector);
        }, _ => new ConnectFacts { Failed = connector.Failed }, cancellationToken);
    }

    private MailFailure TimedOut() => _wire is null
        ? new MailFailure { Kind = MailFailureKind.ResolutionFailed, Detail = nameof(MailFailureKind.TimedOut) }
        : new MailFailure { Kind = MailFailureKind.TimedOut, ServerText = _wire.PartialLine };

    // The handshake is complete, but nothing is sent until the state is known.
    private async Task<MailResult<TlsFacts>> LookUpRevocationAsync(TlsHandshake handshake, MailResult<TlsFacts> shaken, CancellationToken cancellationToken)
    {
        var known = await StepAsync<TlsFacts>(Handshake, Timeout.InfiniteTimeSpan, async token =>
        {
            await handshake.CheckRevocationAsync(Options.Timeouts.Revocation, token).ConfigureAwait(false);
            return handshake.Facts;
        }, cancellationToken).ConfigureAwait(false);
        return known with { Duration = shaken.Duration + known.Duration };
    }

    private async Task<MailResult<TlsFacts>> ExplainAsync(TlsHandshake handshake, MailResult<TlsFacts> result, CancellationToken cancellationToken)
    {
        await handshake.CompleteChainAsync(Options.Timeouts.Revocation, cancellationToken).ConfigureAwait(false);
        return result.Failure!.Kind == MailFailureKind.TimedOut
            ? result with { Failure = result.Failure with { TlsAnswer = handshake.Answer } }
            : result;
    }
}
