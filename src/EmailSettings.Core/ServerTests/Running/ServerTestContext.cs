using System.Net;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Judging;
using EmailSettings.Core.OAuth.Http;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Redaction;
using EmailSettings.Mail.Smtp;
using EmailSettings.Mail.Tls;
using EmailSettings.Mail.Transcripts;
using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>The state shared by the stages of a test: the plan, the session, the secret, the token.</summary>
internal sealed class ServerTestContext : IAsyncDisposable
{
    // The command reported for a failed handshake.
    private const string Handshake = "TLS handshake";

    private readonly List<TranscriptLine> _early = [];
    private IHostResolver _resolver;

    public ServerTestContext(ServerTestPlan plan, ServerTestServices services, SecretDecryption secrets)
    {
        Plan = plan;
        Services = services;
        Secrets = secrets;
        _resolver = services.Resolver.Limit(plan.Request.AddressFamily);
        UsesGraph = plan.Transport == TestTransport.Graph;
        Redactor.HideUser(plan.User);
        Redactor.HideUser(plan.TokenUser);
    }

    public ServerTestPlan Plan { get; }

    public ServerTestServices Services { get; }

    public SecretDecryption Secrets { get; }

    public StageJournal Journal { get; } = new();

    /// <summary>Redacts the login's user, secret and token from everything received in this test.</summary>
    public Redactor Redactor { get; } = new();

    /// <summary>The mail session; available from the Dns stage on.</summary>
    public IMailSession? Session { get; private set; }

    public ISmtpSession Smtp => (ISmtpSession)Session!;

    public IImapSession Imap => (IImapSession)Session!;

    /// <summary>The decrypted secret, owned by the test.</summary>
    public SecretText? Secret { get; set; }

    public TokenOutcome? Token { get; set; }

    /// <summary>Whether a device code is shown and the test waits for the sign-in.</summary>
    public bool IsDeviceCodeShown { get; set; }

    /// <summary>Whether Graph is used instead of the mail protocol.</summary>
    public bool UsesGraph { get; set; }

    /// <summary>Whether the session is logged in.</summary>
    public bool IsLoggedIn { get; set; }

    /// <summary>Whether the connection was lost.</summary>
    public bool IsConnectionLost { get; set; }

    /// <summary>The EHLO name of this machine.</summary>
    public string? ClientName { get; set; }

    /// <summary>The greeting's line, as received.</summary>
    public string? Greeting { get; set; }

    /// <summary>The composed message to send, owned by the test.</summary>
    public PreparedMessage? Message { get; set; }

    /// <summary>Why no message could be composed.</summary>
    public Finding? MessageFault { get; set; }

    /// <summary>The local address of the connection.</summary>
    public IPAddress? LocalAddress { get; private set; }

    /// <summary>The addresses of the host not yet connected to.</summary>
    public IReadOnlyList<IPAddress> FurtherAddresses { get; private set; } = [];

    /// <summary>The server's address; null if not connected.</summary>
    public IPAddress? Address { get; private set; }

    /// <summary>The report of the search for a sent message.</summary>
    public ServerTestReport? FoundAgain { get; set; }

    /// <summary>
    /// Whether further connections may investigate a failure. Only after the last address: until then trying another address is
    /// better, and servers limit connections.
    /// </summary>
    public bool MayProbe => !Plan.Request.NoProbe && FurtherAddresses.Count == 0;

    /// <summary>The host and port for findings.</summary>
    public string Target => Plan.Target;

    public Uri GraphRoot => Services.GraphRoot ?? new Uri(Cloud.GraphResource);

    /// <summary>The cloud that authority and mail host belong to.</summary>
    public CloudEndpoints Cloud => CloudEndpoints.For(Plan.Address is { IsAbsoluteUri: true } address ? address.IdnHost : "", Plan.Host);

    /// <summary>Roots trusted in addition to the system's.</summary>
    public X509Certificate2Collection ExtraRoots => [.. Services.NormalTrust, .. Plan.Request.ExtraRoots];

    public OAuthHttpOptions HttpOptions => new()
    {
        Proxy = Plan.Request.Proxy,
        ExtraRoots = ExtraRoots,
        Redactor = Redactor,
        TimeLimit = Plan.Request.Timeouts.EffectiveReply,
    };

    /// <summary>Creates the session with the mail server.</summary>
    public IMailSession OpenSession() => Session ??= Plan.Kind == TestKind.Outgoing
        ? Services.Sessions.CreateSmtp(SessionOptions())
        : Services.Sessions.CreateImap(SessionOptions());

    /// <summary>Continues with a new session, ending the previous one properly if possible.</summary>
    /// <param name="addresses">The addresses to connect to; the fastest wins.</param>
    /// <param name="cancellation">Cancels ending the previous session.</param>
    public async Task ConnectToAsync(IReadOnlyList<IPAddress> addresses, CancellationToken cancellation)
    {
        if (Session is { } before)
        {
            if (before.EndedBy is null && Address is not null) await before.QuitAsync(cancellation).ConfigureAwait(false);
            _early.AddRange(before.Transcript.Lines);
            await before.DisposeAsync().ConfigureAwait(false);
        }
        _resolver = new FixedHostResolver(addresses);
        Session = null;
        (FurtherAddresses, Address, LocalAddress, Greeting, IsConnectionLost) = (addresses, null, null, null, false);
        OpenSession();
    }

    /// <summary>Records the connected address, also for further connections.</summary>
    public void Connected(ConnectFacts facts)
    {
        LocalAddress = facts.Local?.Address;
        if (facts.Remote is not { } remote) return;
        Address = remote.Address;
        _resolver = new FixedHostResolver([remote.Address]);
        FurtherAddresses = FurtherAddresses.Except(facts.Failed.Select(failed => failed.Address)).Where(address => !address.Equals(remote.Address)).ToList();
    }

    /// <summary>Returns the time limit for the reply to a command; null for the greeting.</summary>
    public TimeSpan LimitOf(string? command) => command is "QUIT" or "LOGOUT" ? Plan.Request.Timeouts.Probe
        : FurtherAddresses.Count > 0 && (command is null or Handshake)
        ? Plan.Request.Timeouts.Quiet
        : Plan.Request.Timeouts.EffectiveReply;

    public MailSessionOptions SessionOptions()
    {
        var timeouts = Plan.Request.Timeouts;
        return new MailSessionOptions
        {
            Endpoint = Plan.Endpoint,
            Resolver = _resolver,
            TimeProvider = Services.Clock,
            SaslClients = Services.SaslClients,
            Redactor = Redactor,
            Tls = new TlsOptions { ExtraRoots = ExtraRoots },
            Timeouts = new MailTimeouts
            {
                Connect = timeouts.EffectiveConnect,
                Reply = timeouts.EffectiveReply,
                FirstAnswer = timeouts.Quiet,
                Probe = timeouts.Probe,
                Revocation = timeouts.Probe,
            },
        };
    }

    /// <summary>Adds an event to the transcript.</summary>
    public void Note(string text)
    {
        // Before there is a session, the transcript has no other lines.
        if (Session is { } session) session.Transcript.Add(TranscriptDirection.Event, text);
        else _early.Add(new TranscriptLine(TimeSpan.Zero, TranscriptDirection.Event, text));
    }

    /// <summary>Returns the transcript so far.</summary>
    public IReadOnlyList<TranscriptLine> Transcript() => (TranscriptLine[])[.. _early, .. Session?.Transcript.Lines ?? []];

    public async ValueTask DisposeAsync()
    {
        Secret?.Dispose();
        Message?.Dispose();
        Token?.Dispose();
        if (Session is not null) await Session.DisposeAsync().ConfigureAwait(false);
        Redactor.Dispose();
    }
}
