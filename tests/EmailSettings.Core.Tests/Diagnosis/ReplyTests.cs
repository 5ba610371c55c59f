using System.Net;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Mail.Connection;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>Servers that violate the protocol at any stage, and interruption by the user.</summary>
public sealed class ReplyTests : IDisposable
{
    private static readonly string[] Conversation =
    [
        "S: 220 hi", "C: EHLO", "S: 250-x", "S: 250 AUTH PLAIN", "C: AUTH", "S: 235 in",
        "C: MAIL", "S: 250 ok", "C: RCPT", "S: 250 ok", "C: RSET", "S: 250 ok", "C: QUIT", "S: 221 bye",
    ];

    private static readonly string[] ImapConversation =
    [
        "S: * OK hi", "C: CAPABILITY", "S: * CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR", "S: A1 OK", "C: AUTHENTICATE", "S: A2 OK in",
        "C: EXAMINE", "S: * 1 EXISTS", "S: A3 OK", "C: LOGOUT", "S: * BYE bye", "S: A4 OK",
    ];

    private readonly TestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [Provokes("Reply.Malformed")]
    [InlineData("hello there", TestStage.Greeting)]
    [InlineData("99 what", TestStage.Greeting)]
    public async Task What_is_not_a_reply_is_malformed(string line, TestStage stage)
    {
        await using var server = new ScriptedServer($"S: {line}");
        Assert.Contains(line, Expect.Primary(await _bench.OutgoingAsync(server), "Reply.Malformed", stage).ServerText, StringComparison.Ordinal);
    }

    [Theory]
    [Provokes("Reply.TooLong")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_endless_reply_ends(bool oneLine)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            var chunk = oneLine ? new string('x', 4096) : "220-more\r\n";
            await connection.SendRawAsync("220-hi");
            while (true) await connection.SendRawAsync(chunk);
        });
        Expect.Primary(await _bench.OutgoingAsync(server, request => request with { Timeouts = new TestTimeouts() }), "Reply.TooLong", TestStage.Greeting);
    }

    [Fact]
    [Provokes("Reply.TimedOut")]
    public async Task Silence_names_the_command_that_got_no_answer()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendAsync("220 hi");
            await connection.UntilClosedAsync();
        });
        var report = await _bench.OutgoingAsync(server, request => request with { Timeouts = new TestTimeouts { Reply = TimeSpan.FromSeconds(3) } });
        Assert.Contains("EHLO", Expect.Primary(report, "Reply.TimedOut", TestStage.Capabilities).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_drip_of_bytes_is_limited_by_the_time_for_the_whole_reply()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            while (true)
            {
                await connection.SendRawAsync("2");
                await Task.Delay(20, connection.Stop);
            }
        });
        Expect.Primary(await _bench.OutgoingAsync(server, request => request with { Timeouts = new TestTimeouts { Reply = TimeSpan.FromMilliseconds(500) } }), "Reply.TimedOut", TestStage.Greeting);
    }

    [Theory]
    [Provokes("Reply.Disconnected")]
    [InlineData(0, TestStage.Greeting)]
    [InlineData(2, TestStage.Capabilities)]
    [InlineData(3, TestStage.Capabilities)]
    [InlineData(5, TestStage.Authenticate)]
    [InlineData(7, TestStage.Envelope)]
    [InlineData(9, TestStage.Envelope)]
    public async Task A_server_that_closes_at_a_step_is_named_by_its_stage(int lines, TestStage stage)
    {
        await using var server = new ScriptedServer(connection => SayAsync(connection, Conversation[..lines]));
        var report = await _bench.OutgoingAsync(server, WithEverything);
        Expect.Primary(report, "Reply.Disconnected", stage);
        Expect.Skipped(report, TestStage.Quit);
    }

    [Theory]
    [InlineData(0, TestStage.Greeting)]
    [InlineData(2, TestStage.Capabilities)]
    [InlineData(3, TestStage.Capabilities)]
    [InlineData(5, TestStage.Authenticate)]
    [InlineData(7, TestStage.Mailbox)]
    [InlineData(8, TestStage.Mailbox)]
    public async Task An_IMAP_server_that_closes_at_a_step_is_named_by_its_stage(int lines, TestStage stage)
    {
        await using var server = new ScriptedServer(connection => SayAsync(connection, ImapConversation[..lines]));
        var report = await _bench.IncomingAsync(server, WithLogin);
        Expect.Primary(report, "Reply.Disconnected", stage);
        Expect.Skipped(report, TestStage.Quit);
    }

    [Theory]
    [InlineData(0, "Reply.Disconnected", TestStage.StartTls)]
    [InlineData(1, "Tls.Handshake", TestStage.Tls)]
    public async Task A_server_that_closes_around_STARTTLS_is_named_by_its_stage(int lines, string id, TestStage stage)
    {
        string[] start = ["S: 220 hi", "C: EHLO", "S: 250-x", "S: 250 STARTTLS", "C: STARTTLS", "S: 220 go"];
        await using var server = new ScriptedServer(connection => SayAsync(connection, start[..(5 + lines)]));
        Expect.Primary(await _bench.OutgoingAsync(server, request => WithEverything(request) with { TlsMode = TlsChoice.StartTls }), id, stage);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_QUIT_still_passes()
    {
        await using var server = new ScriptedServer(connection => SayAsync(connection, Conversation[..^1]));
        var report = await _bench.OutgoingAsync(server, WithEverything);
        Assert.Null(report.Primary);
        Expect.Noted(report, "Reply.Disconnected", TestStage.Quit, Severity.Info);
    }

    [Theory]
    [InlineData("EHLO", TestStage.Capabilities)]
    [InlineData("AUTH", TestStage.Authenticate)]
    [InlineData("MAIL", TestStage.Envelope)]
    [InlineData("RCPT", TestStage.Envelope)]
    public async Task A_server_that_ends_the_session_with_a_421_gets_no_second_finding(string command, TestStage stage)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendAsync("220 hi");
            while (await connection.ReadLineAsync() is { } line)
            {
                if (line.StartsWith(command, StringComparison.Ordinal))
                {
                    await connection.SendAsync("421 4.7.0 Too much");
                    return;
                }
                await connection.SendAsync(line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-x\r\n250 AUTH PLAIN" : line.StartsWith("AUTH", StringComparison.Ordinal) ? "235 in" : "250 ok");
            }
        });
        var report = await _bench.OutgoingAsync(server, WithEverything);
        Assert.Equal(CheckStatus.Failed, Expect.Stage(report, stage).Status);
        Assert.Contains("Too much", report.Primary!.ServerText, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Findings, finding => finding.Id is "Reply.Disconnected" or "Reply.TimedOut");
        Assert.DoesNotContain(server.Received, line => line is "QUIT" or "RSET");
    }

    [Theory]
    [InlineData(2, TestStage.Capabilities)]
    [InlineData(5, TestStage.Authenticate)]
    [InlineData(7, TestStage.Mailbox)]
    public async Task An_IMAP_server_that_says_goodbye_at_a_step_and_stays_is_not_waited_for(int lines, TestStage stage)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await SayAsync(connection, ImapConversation[..lines]);
            await connection.SendAsync("* BYE Down for maintenance");
            await connection.UntilClosedAsync();
        });
        var report = await _bench.IncomingAsync(server, WithLogin);
        Assert.Equal(CheckStatus.Failed, Expect.Stage(report, stage).Status);
        Assert.Contains("Down for maintenance", report.Primary!.ServerText, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Findings, finding => finding.Id is "Reply.Disconnected" or "Reply.TimedOut");
        Assert.DoesNotContain(server.Received, line => line.Contains("LOGOUT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_time_limit_of_the_test_ends_it_at_the_stage_it_has_reached()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendAsync("220 hi");
            await connection.UntilClosedAsync();
        });
        var report = await _bench.OutgoingAsync(server, request => request with { Timeouts = new TestTimeouts { Reply = TimeSpan.FromSeconds(100), Total = TimeSpan.FromSeconds(3) } });
        var finding = Expect.Primary(report, "Reply.TimedOut", TestStage.Capabilities);
        Assert.StartsWith("The answer to EHLO was not complete", finding.Cause, StringComparison.Ordinal);
        Assert.Contains("-TimeoutSec", finding.NextStep, StringComparison.Ordinal);
        Expect.Skipped(report, TestStage.Quit);
        Assert.Equal("the test timed out", Expect.Stage(report, TestStage.Quit).SkipReason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(11)]
    [InlineData(13)]
    public async Task An_interruption_ends_the_test_at_any_stage(int lines)
    {
        var reached = new TaskCompletionSource();
        await using var server = new ScriptedServer(connection => HangAsync(connection, Conversation[..lines], reached));
        await InterruptedAsync(reached, token => _bench.OutgoingAsync(server, request => WithEverything(request) with { Timeouts = Endless }, token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(10)]
    public async Task An_interruption_ends_the_test_of_a_mailbox_at_any_stage(int lines)
    {
        var reached = new TaskCompletionSource();
        await using var server = new ScriptedServer(connection => HangAsync(connection, ImapConversation[..lines], reached));
        await InterruptedAsync(reached, token => _bench.IncomingAsync(server, request => WithLogin(request) with { Timeouts = Endless }, token));
    }

    [Theory]
    [InlineData("S: 220 hi", "C: EHLO", "S: 250-x", "S: 250 STARTTLS", "C: STARTTLS")]
    [InlineData("S: 220 hi", "C: EHLO", "S: 250-x", "S: 250 STARTTLS", "C: STARTTLS", "S: 220 go")]
    public async Task An_interruption_ends_STARTTLS_and_its_handshake(params string[] lines)
    {
        var reached = new TaskCompletionSource();
        await using var server = new ScriptedServer(connection => HangAsync(connection, lines, reached));
        await InterruptedAsync(reached, token => _bench.OutgoingAsync(server, request => request with { TlsMode = TlsChoice.StartTls, Timeouts = Endless }, token));
    }

    [Fact]
    public async Task An_interruption_ends_the_sending_of_a_message()
    {
        var reached = new TaskCompletionSource();
        string[] lines = [.. Conversation[..10], "C: DATA", "S: 354 go"];
        await using var server = new ScriptedServer(connection => HangAsync(connection, lines, reached));
        await InterruptedAsync(reached, token => _bench.OutgoingAsync(server, request => WithEverything(request) with { Message = new TestMessage(), Timeouts = Endless }, token));
    }

    [Fact]
    public async Task An_interruption_ends_the_probes_of_a_silent_server()
    {
        var reached = new TaskCompletionSource();
        var connections = 0;
        await using var server = new ScriptedServer(connection =>
        {
            // Probes start after the session has ended.
            if (Interlocked.Increment(ref connections) == 1) return Task.CompletedTask;
            reached.TrySetResult();
            return connection.UntilClosedAsync();
        });
        await InterruptedAsync(reached, token => _bench.OutgoingAsync(server, request => request with { Timeouts = Endless }, token));
    }

    [Theory]
    [InlineData(TestStage.Dns)]
    [InlineData(TestStage.Connect)]
    [InlineData(TestStage.Tls)]
    [InlineData(TestStage.Token)]
    public async Task An_interruption_ends_what_comes_before_the_greeting(TestStage stage)
    {
        var limits = new TestTimeouts { Connect = TimeSpan.FromHours(1), Reply = TimeSpan.FromHours(1), Total = TimeSpan.FromHours(2) };
        var reached = new TaskCompletionSource();
        await using var silent = new ScriptedServer(connection =>
        {
            reached.TrySetResult();
            return connection.UntilClosedAsync();
        });
        using var full = new FullListener();
        IPAddress[] addresses = stage == TestStage.Connect ? [FullListener.Address] : [IPAddress.Loopback];
        _bench.With(services => services with { Resolver = new SlowResolver(stage == TestStage.Dns, reached, addresses) });
        var request = new IncomingTestRequest { Host = TestBench.Host, Port = stage == TestStage.Connect ? full.Port : silent.Port, TlsMode = TlsChoice.Implicit, Timeouts = limits };
        if (stage == TestStage.Token)
        {
            request = request with
            {
                Address = new Uri($"https://localhost:{silent.Port}/{Guid.NewGuid()}"),
                ClientId = Guid.NewGuid(),
                Authentication = TestAuthentication.OAuthService,
                Mailbox = "a@example.test",
                ClientSecret = _bench.Secret("client-secret"),
            };
        }
        await InterruptedAsync(reached, token => _bench.Tests.TestAsync(request, token));
    }

    [Fact]
    public async Task A_servers_text_is_escaped_everywhere()
    {
        const string Hostile = "\u001b[31mred\u202Eevil\u0007";
        var raw = System.Text.Encoding.Latin1.GetString(System.Text.Encoding.UTF8.GetBytes(Hostile));
        await using var server = new ScriptedServer($"S: 220 {raw}", "C: EHLO", $"S: 250-{raw}", $"S: 250-X{raw}", "S: 250 AUTH PLAIN", "C: AUTH", $"S: 535 5.7.8 {raw}", "C: QUIT", $"S: 221 {raw}");
        var report = await _bench.OutgoingAsync(server, WithEverything);
        Expect.Primary(report, "Authenticate.Rejected", TestStage.Authenticate);
        var shown = ReportText.Of(report);
        Assert.Contains("evil", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(shown, c => (char.IsControl(c) && c != '\n') || c == '\u202E');
    }

    private static TestTimeouts Endless => new() { Reply = TimeSpan.FromHours(1), Total = TimeSpan.FromHours(2) };

    private static async Task SayAsync(ScriptedConnection connection, string[] lines)
    {
        foreach (var line in lines)
        {
            if (line.StartsWith("S: ", StringComparison.Ordinal)) await connection.SendAsync(line[3..]);
            else await connection.ReadLineAsync();
        }
    }

    private static async Task HangAsync(ScriptedConnection connection, string[] lines, TaskCompletionSource reached)
    {
        await SayAsync(connection, lines);
        reached.TrySetResult();
        await connection.UntilClosedAsync();
    }

    private static async Task InterruptedAsync(TaskCompletionSource reached, Func<CancellationToken, Task> test)
    {
        using var interrupt = new CancellationTokenSource();
        var running = test(interrupt.Token);
        await reached.Task;
        await interrupt.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private sealed class SlowResolver(bool waits, TaskCompletionSource reached, IPAddress[] addresses) : IHostResolver
    {
        public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
        {
            if (waits || addresses[0].Equals(FullListener.Address)) reached.TrySetResult();
            if (waits) await Task.Delay(Timeout.Infinite, cancellationToken);
            return addresses;
        }
    }

    private IncomingTestRequest WithLogin(IncomingTestRequest request) => request with { User = "mailer", Password = _bench.Secret("pass") };

    private OutgoingTestRequest WithEverything(OutgoingTestRequest request) => request with
    {
        Authentication = TestAuthentication.Basic,
        User = "mailer",
        Password = _bench.Secret("pass"),
        SenderAddress = "a@example.test",
        RecipientAddress = "b@example.test",
    };
}
