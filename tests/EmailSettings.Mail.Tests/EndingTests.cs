using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Smtp;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;
using EmailSettings.Mail.Tls;

using static EmailSettings.Mail.Tests.SessionRun;

namespace EmailSettings.Mail.Tests;

/// <summary>Servers that close or stop responding at each step, and callers that cancel there.</summary>
public sealed class EndingTests : IClassFixture<TestAuthority>
{
    private static readonly string[] Smtp = ["220 ready", "250-mail\r\n250 AUTH PLAIN", "235 in", "250 from", "250 to", "250 reset", "354 go", "250 queued", "221 bye"];
    private static readonly string[] Imap = ["* OK ready", "* CAPABILITY IMAP4rev1\r\nA1 OK", "+ ", "A2 OK in", "A3 OK examined", "* SEARCH\r\nT1 OK", "* BYE\r\nA4 OK"];

    private readonly TestAuthority _authority;

    public EndingTests(TestAuthority authority) => _authority = authority;

    public static TheoryData<MailProtocol, int> Stages()
    {
        var stages = new TheoryData<MailProtocol, int>();
        for (var i = 0; i < Smtp.Length; i++)
            stages.Add(MailProtocol.Smtp, i);
        for (var i = 0; i < Imap.Length; i++)
            stages.Add(MailProtocol.Imap, i);
        return stages;
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task A_server_that_closes_at_a_step_fails_that_step(MailProtocol protocol, int stage)
    {
        await using var server = new ScriptedServer(connection => PlayUntilAsync(connection, protocol, stage));
        await using var session = Session(protocol, server.Options());
        var failures = await WalkAsync(session, default);
        var failed = failures.First(failure => failure is not null)!;
        Assert.Equal(MailFailureKind.Disconnected, failed.Kind);
        Assert.Equal(protocol == MailProtocol.Smtp && stage == 0 || protocol == MailProtocol.Imap && stage == 0, failed.Command is null);
        Assert.Equal(failed, failures[^1]);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task A_server_that_stops_responding_at_a_step_times_out_that_step(MailProtocol protocol, int stage)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await PlayUntilAsync(connection, protocol, stage);
            await connection.UntilClosedAsync();
        });
        await using var session = Session(protocol, server.Options().Short());
        var failures = await WalkAsync(session, default);
        Assert.Equal(MailFailureKind.TimedOut, failures.First(failure => failure is not null)!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task A_caller_who_cancels_a_step_returns_at_once(MailProtocol protocol, int stage)
    {
        using var stop = new CancellationTokenSource();
        await using var server = new ScriptedServer(async connection =>
        {
            await PlayUntilAsync(connection, protocol, stage);
            await stop.CancelAsync();
            await connection.UntilClosedAsync();
        });
        await using var session = Session(protocol, server.Options());
        var caught = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WalkAsync(session, stop.Token));
        Assert.Equal(stop.Token, caught.CancellationToken);
    }

    [Fact]
    public async Task A_caller_can_cancel_while_connecting()
    {
        using var full = new FullListener();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await using var session = new SmtpSession(new MailSessionOptions { Endpoint = new MailEndpoint(FullListener.Address.ToString(), full.Port, TlsMode.None) });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.ConnectAsync(stop.Token));
    }

    [Fact]
    public async Task A_caller_can_cancel_while_a_name_is_resolved()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await using var session = new SmtpSession(new MailSessionOptions { Endpoint = new MailEndpoint("mail.example.test", 25, TlsMode.None), Resolver = new NeverResolver() });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.ResolveAsync(stop.Token));
    }

    [Fact]
    public async Task A_lookup_that_never_completes_times_out()
    {
        await using var session = new SmtpSession(new MailSessionOptions
        {
            Endpoint = new MailEndpoint("mail.example.test", 25, TlsMode.None),
            Resolver = new NeverResolver(),
            Timeouts = new MailTimeouts { Connect = TimeSpan.FromMilliseconds(200) },
        });
        Assert.Equal(MailFailureKind.ResolutionFailed, (await session.ResolveAsync(default)).Failure!.Kind);
    }

    [Fact]
    public async Task A_caller_can_cancel_in_the_handshake()
    {
        using var stop = new CancellationTokenSource();
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.Stream.ReadExactlyAsync(new byte[5], connection.Stop);
            await stop.CancelAsync();
            await connection.UntilClosedAsync();
        });
        await using var session = new SmtpSession(server.Options(TlsMode.Implicit, TestAuthority.Host));
        await session.ConnectAsync(default);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.SecureAsync(stop.Token));
    }

    [Fact]
    public async Task A_caller_can_cancel_while_a_CRL_is_fetched()
    {
        using var stop = new CancellationTokenSource();
        await using var list = new ScriptedServer(async connection =>
        {
            await stop.CancelAsync();
            await connection.UntilClosedAsync();
        });
        var certificate = TestAuthority.Serve(_authority.Issue(crlAddress: $"http://127.0.0.1:{list.Port}/{Guid.NewGuid():N}.crl"));
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SecureAsync(certificate);
            await connection.UntilClosedAsync();
        });
        await using var session = new SmtpSession(server.Options(TlsMode.Implicit, TestAuthority.Host) with { Tls = new TlsOptions { ExtraRoots = _authority.Trusted } });
        await session.ConnectAsync(default);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.SecureAsync(stop.Token));
        Assert.False(session.IsEncrypted);
    }

    private static MailSession Session(MailProtocol protocol, MailSessionOptions options) =>
        protocol == MailProtocol.Smtp ? new SmtpSession(options) : new ImapSession(options);

    private static async Task PlayUntilAsync(ScriptedConnection connection, MailProtocol protocol, int stage)
    {
        var answers = protocol == MailProtocol.Smtp ? Smtp : Imap;
        for (var i = 0; i < stage; i++)
        {
            if (i > 0)
                await connection.ReadLineAsync();
            if (answers[i] == "250 queued")
                await connection.ReadLineAsync();
            await connection.SendAsync(answers[i]);
        }

        // What is written last must be read before the close, which would otherwise be a reset.
        if (stage > 0)
            await connection.ReadLineAsync();
        if (answers[stage] == "250 queued")
            await connection.ReadLineAsync();
    }

    private static async Task<List<MailFailure?>> WalkAsync(MailSession session, CancellationToken stop)
    {
        using var credential = Credential();
        var request = Request(SaslMechanism.Plain, credential);
        List<MailFailure?> failures = [(await session.ConnectAsync(stop)).Failure, (await session.ReadGreetingAsync(stop)).Failure];
        if (session is SmtpSession smtp)
        {
            failures.Add((await smtp.EhloAsync("client", stop)).Failure);
            failures.Add((await smtp.AuthenticateAsync(request, stop)).Failure);
            failures.Add((await smtp.MailFromAsync("a@example.test", null, stop)).Failure);
            failures.Add((await smtp.RcptToAsync("b@example.test", stop)).Failure);
            failures.Add((await smtp.RsetAsync(stop)).Failure);
            failures.Add((await smtp.DataAsync("x"u8.ToArray(), stop)).Failure);
        }
        else if (session is ImapSession imap)
        {
            failures.Add((await imap.CapabilityAsync(stop)).Failure);
            failures.Add((await imap.AuthenticateAsync(request, stop)).Failure);
            failures.Add((await imap.ExamineAsync("INBOX", stop)).Failure);
            failures.Add((await imap.AskAsync("UID SEARCH ALL", stop: stop)).Failure);
        }

        failures.Add((await session.QuitAsync(stop)).Failure);
        return failures;
    }

    private sealed class NeverResolver : IHostResolver
    {
        public Task<IReadOnlyList<System.Net.IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
            new TaskCompletionSource<IReadOnlyList<System.Net.IPAddress>>().Task;
    }
}
