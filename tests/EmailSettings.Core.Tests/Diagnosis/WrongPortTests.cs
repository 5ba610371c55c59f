using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>TLS on a plaintext port, plaintext on a TLS port, and other protocols of a silent server.</summary>
public sealed class WrongPortTests : IDisposable
{
    private static readonly string[] Goodbye = ["C: QUIT", "S: 221 bye"];

    private readonly TestBench _bench = new();

    private static TestAuthority Authority => TestBench.Authority;

    public void Dispose() => _bench.Dispose();

    [Fact]
    [Provokes("Tls.PlaintextPort")]
    public async Task TLS_on_a_plaintext_port_is_recognized()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp);
        var finding = Expect.Primary(await _bench.ImplicitAsync(server), "Tls.PlaintextPort", TestStage.Tls);
        Assert.Contains("220 mail.example.test", finding.ServerText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("421 mail.example.test You talk too soon")]
    [InlineData("554 SMTP synchronization error")]
    public async Task A_server_that_rejects_early_talkers_speaks_plaintext(string line)
    {
        await using var server = new ScriptedServer($"S: {line}");
        Expect.Primary(await _bench.ImplicitAsync(server), "Tls.PlaintextPort", TestStage.Tls);
    }

    [Theory]
    [InlineData("J\0\0\0\n5.7.44-log\0\b\0\0\0", "5.7.44-log")]
    [InlineData("welcome\r\n", "welcome")]
    public async Task TLS_on_an_unknown_protocol_does_not_suggest_STARTTLS(string bytes, string shown)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendRawAsync(bytes);
            await connection.UntilClosedAsync();
        });
        var finding = Expect.Primary(await _bench.ImplicitAsync(server), "Greeting.NotThisProtocol", TestStage.Tls);
        Assert.Contains("not a mail protocol", finding.Cause, StringComparison.Ordinal);
        Assert.Contains(shown, finding.ServerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TLS_on_a_web_servers_port_names_the_web_server()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendRawAsync("HTTP/1.1 400 Bad Request\r\n\r\n");
            await connection.UntilClosedAsync();
        });
        Expect.Primary(await _bench.ImplicitAsync(server), "Greeting.NotThisProtocol", TestStage.Tls);
    }

    [Fact]
    public async Task TLS_on_the_plaintext_port_of_another_protocol_names_that()
    {
        await using var smtp = new ScriptedServer("S: 220 mail.example.test ESMTP");
        var imap = await _bench.IncomingAsync(smtp, request => request with { TlsMode = TlsChoice.Implicit });
        Assert.Contains("SMTP", Expect.Primary(imap, "Greeting.NotThisProtocol", TestStage.Tls).Cause, StringComparison.Ordinal);
        await using var other = new ScriptedServer("S: * OK IMAP4rev1 ready");
        Assert.Contains("IMAP", Expect.Primary(await _bench.ImplicitAsync(other), "Greeting.NotThisProtocol", TestStage.Tls).Cause, StringComparison.Ordinal);
    }

    [Fact]
    [Provokes("Tls.ImplicitPort")]
    public async Task Plaintext_on_a_TLS_port_is_detected_by_a_second_connection()
    {
        await using var server = Scripts.Implicit(Authority.Issue(), Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        var report = await _bench.OutgoingAsync(server, request => request with
        {
            TlsMode = TlsChoice.StartTls,
            Timeouts = TestBench.Impatient,
        });
        var finding = Expect.Primary(report, "Tls.ImplicitPort", TestStage.Greeting);
        Assert.Contains("only on port 465", finding.NextStep, StringComparison.Ordinal);
        Assert.Contains(report.Transcript, line => line.Text.StartsWith("A second connection", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plaintext_on_a_mailboxs_TLS_port_does_not_mention_outgoing_servers()
    {
        await using var server = Scripts.Implicit(Authority.Issue(), Scripts.ImapLines("IMAP4rev1"));
        var report = await _bench.IncomingAsync(server, request => request with { Timeouts = TestBench.Impatient });
        Assert.DoesNotContain("outgoing", Expect.Primary(report, "Tls.ImplicitPort", TestStage.Greeting).NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.0 400 Bad Request", "HTTP over TLS")]
    [InlineData("* OK IMAP4rev1 ready", "IMAP over TLS")]
    public async Task Plaintext_on_the_TLS_port_of_another_protocol_names_that(string line, string speaks)
    {
        await using var server = Scripts.Implicit(Authority.Issue(), line[0] == '*' ? [$"S: {line}"] : ["C: GET", $"S: {line}"]);
        var report = await _bench.OutgoingAsync(server, request => request with { Timeouts = TestBench.Impatient });
        var finding = Expect.Primary(report, "Greeting.NotThisProtocol", TestStage.Greeting);
        Assert.Contains(speaks, finding.Cause, StringComparison.Ordinal);
        Assert.Equal(line, finding.ServerText);
        Assert.Contains(report.Transcript, noted => noted.Text.StartsWith("A second connection", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_protocol_behind_a_rejected_certificate_is_not_probed()
    {
        using var stranger = new TestAuthority();
        await using var server = Scripts.Implicit(stranger.Issue(), "C: GET", "S: HTTP/1.0 400 Bad Request");
        Expect.Primary(await _bench.OutgoingAsync(server, request => request with { Timeouts = TestBench.Impatient }), "Tls.ImplicitPort", TestStage.Greeting);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_server_with_a_slow_greeting_gets_one_connection()
    {
        var connections = 0;
        await using var server = new ScriptedServer(async connection =>
        {
            Interlocked.Increment(ref connections);
            // Longer than servers delay their greeting to detect senders that do not wait.
            await Task.Delay(TimeSpan.FromSeconds(8));
            await connection.PlayAsync(Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        });
        var report = await _bench.OutgoingAsync(server);
        Expect.Passed(report, TestStage.Greeting, TestStage.Quit);
        Assert.Equal(1, connections);
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 1)]
    public async Task A_silent_server_gets_at_most_two_further_connections_and_none_if_they_are_off(bool noProbe, int expected)
    {
        var connections = 0;
        await using var server = new ScriptedServer(connection =>
        {
            Interlocked.Increment(ref connections);
            return connection.UntilClosedAsync();
        });
        var report = await _bench.OutgoingAsync(server, request => request with { NoProbe = noProbe, Timeouts = new TestTimeouts { Reply = TimeSpan.FromSeconds(1) } });
        Expect.Primary(report, "Reply.TimedOut", TestStage.Greeting);
        Assert.Equal(expected, connections);
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 1)]
    public async Task A_failed_handshake_is_followed_by_two_further_connections_at_most(bool noProbe, int expected)
    {
        var connections = 0;
        await using var server = new ScriptedServer(connection =>
        {
            Interlocked.Increment(ref connections);
            // handshake_failure
            return connection.SendRawAsync("\u0015\u0003\u0003\0\u0002\u0002(");
        });
        var report = await _bench.OutgoingAsync(server, request => request with { NoProbe = noProbe, TlsMode = TlsChoice.Implicit });
        Expect.Primary(report, "Tls.Handshake", TestStage.Tls);
        Assert.Equal(expected, connections);
    }

    [Fact]
    public async Task Every_intact_session_ends_with_QUIT_or_LOGOUT()
    {
        await using var refused = new ScriptedServer("S: 220 hi", "C: EHLO", "S: 550 no", "C: HELO", "S: 550 no", "C: QUIT", "S: 221 bye");
        await _bench.OutgoingAsync(refused);
        await using var turnedAway = new ScriptedServer("S: 554 5.7.1 no", "C: QUIT", "S: 221 bye");
        await _bench.OutgoingAsync(turnedAway);
        await using var noTls = Scripts.Smtp(["STARTTLS"], "C: STARTTLS", "S: 454 4.7.0 not now", "C: QUIT", "S: 221 bye");
        await _bench.OutgoingAsync(noTls, request => request with { TlsMode = TlsChoice.StartTls });
        Assert.All([refused, turnedAway, noTls], server => Assert.Equal("QUIT", server.Received[^1]));
    }
}
