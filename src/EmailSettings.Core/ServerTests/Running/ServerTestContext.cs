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

/// <summary>What the stages of one test share: the plan, the session, the secret, the token.</summary>
internal sealed class ServerTestContext : IAsyncDisposable
{
    // The command that a failed handshake names.
    private const string Handshake = "TLS handshake";

    private readonly List<TranscriptLine> _early = [];
    private IHostResolver _resolver;

    public ServerTestContext(ServerTestPlan plan, ServerTestServices services, SecretOpening secrets)
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

    public SecretOpening Secrets { get; }

    public StageJournal Journal { get; } = new();

    /// <summary>Keeps the login's user, secret and token out of all that is read in this test.</summary>
    public Redactor Redactor { get; } = new();

    /// <summary>The mail session; there from the stage Dns on.</summary>
    public IMailSession? Session { get; private set; }

    public ISmtpSession Smtp => (ISmtpSession)Session!;

    public IImapSession Imap => (IImapSession)Session!;

    /// <summary>The opened secret, the test's own to dispose.</summary>
    public SecretText? Secret { get; set; }

    public TokenOutcome? Token { get; set; }

    /// <summary>A device code is shown, and the test waits for a person to sign in.</summary>
    public bool IsCodeShown { get; set; }

    /// <summary>Graph takes the place of the mail protocol.</summary>
    public bool UsesGraph { get; set; }

    /// <summary>The server takes the session as logged in.</summary>
    public bool IsLoggedIn { get; set; }

    /// <summary>The connection ended before its time.</summary>
    public bool IsConnectionLost { get; set; }

    /// <summary>The name that this machine gave in EHLO.</summary>
    public string? ClientName { get; set; }

    /// <summary>The greeting's line, as received.</summary>
    public string? Greeting { get; set; }

    /// <summary>The message to be sent, once it was composed; the test's own to dispose.</summary>
    public PreparedMessage? Message { get; set; }

    /// <summary>Why no message could be composed.</summary>
    public Finding? MessageFault { get; set; }

    /// <summary>Our own address on the connection.</summary>
    public IPAddress? LocalAddress { get; private set; }

    /// <summary>The addresses of the host that have not been connected to.</summary>
    public IReadOnlyList<IPAddress> FurtherAddresses { get; private set; } = [];

    /// <summary>The server's address; null while there is no connection.</summary>
    public IPAddress? Address { get; private set; }

    /// <summary>The report of the search for a message that was sent.</summary>
    public ServerTestReport? FoundAgain { get; set; }

    /// <summary>
    /// Further connections may look why this one failed. They come after the last address alone: until then another address is
    /// the better question, and servers count connections.
    /// </summary>
    public bool MayProbe => !Plan.Request.NoProbe && FurtherAddresses.Count == 0;

    /// <summary>The host and port that findings name.</summary>
    public string Target => Plan.Target;

    public Uri GraphRoot => Services.GraphRoot ?? new Uri(Cloud.GraphResource);

    /// <summary>The cloud that authority and mail host belong to.</summary>
    public CloudEndpoints Cloud => CloudEndpoints.For(Plan.Address is { IsAbsoluteUri: true } address ? address.IdnHost : "", Plan.Host);

    /// <summary>Roots trusted besides the system's.</summary>
    public X509Certificate2Collection ExtraRoots => [.. Services.NormalTrust, .. Plan.Request.ExtraRoots];

    public OAuthHttpOptions HttpOptions => new()
    {
        Proxy = Plan.Request.Proxy,
        ExtraRoots = ExtraRoots,
        Redactor = Redactor,
        TimeLimit = Plan.Request.Timeouts.EffectiveReply,
    };

    /// <summary>Starts the session with the mail server.</summary>
    public IMailSession OpenSession() => Session ??= Plan.Kind == TestKind.Outgoing
        ? Services.Sessions.CreateSmtp(SessionOptions())
        : Services.Sessions.CreateImap(SessionOptions());

    /// <summary>Goes on with a new session; the one before says goodbye if it still can.</summary>
    /// <param name="addresses">The addresses to connect to, whichever is quickest.</param>
    /// <param name="cancellation">Ends the goodbye.</param>
    public async Task ConnectToAsync(IReadOnlyList<IPAddress> addresses, CancellationToken cancellation)
    {
        if (Session is { } before)
        {
            if (before.EndedBy is null && Address is not null) await before.QuitAsync(cancellation).ConfigureAwait(false);
            _early.AddRange(before.Transcript.Lines);
            await before.DisposeAsync().ConfigureAwait(false);
        }
        _resolver = new KnownAddresses(addresses);
        Session = null;
        (FurtherAddresses, Address, LocalAddress, Greeting, IsConnectionLost) = (addresses, null, null, null, false);
        OpenSession();
    }

    /// <summary>Notes where the session is connected to. What looks further looks there.</summary>
    public void Connected(ConnectFacts facts)
    {
        LocalAddress = facts.Local?.Address;
        if (facts.Remote is not { } remote) return;
        Address = remote.Address;
        _resolver = new KnownAddresses([remote.Address]);
        FurtherAddresses = FurtherAddresses.Except(facts.Failed.Select(failed => failed.Address)).Where(address => !address.Equals(remote.Address)).ToList();
    }

    /// <summary>How long a reply to the command may take; null for the greeting.</summary>
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

    /// <summary>Notes in the transcript what a further look did.</summary>
    public void Note(string text)
    {
        // Before there is a session nothing else stands in the transcript.
        if (Session is { } session) session.Transcript.Add(TranscriptDirection.Event, text);
        else _early.Add(new TranscriptLine(TimeSpan.Zero, TranscriptDirection.Event, text));
    }

    /// <summary>What was said and done so far.</summary>
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
