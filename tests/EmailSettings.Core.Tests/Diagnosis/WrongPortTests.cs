using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Mail.Tests.Certificates;
using EmailSettings.Mail.Tests.Servers;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>TLS spoken where it is not, and plaintext where TLS is; and what else a silent server may speak.</summary>
public sealed class WrongPortTests : IDisposable
{
    private static readonly string[] Goodbye = ["C: QUIT", "S: 221 bye"];

    private readonly TestBench _bench = new();

    private static TestAuthority Authority => TestBench.Authority;

    public void Dispose() => _bench.Dispose();

    [Fact]
    [Provokes("Tls.PlaintextPort")]
    public async Task TLS_spoken_to_a_plaintext_port_is_understood()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp);
        var finding = Expect.Primary(await _bench.ImplicitAsync(server), "Tls.PlaintextPort", TestStage.Tls);
        Assert.Contains("220 mail.example.test", finding.ServerText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("J\0\0\0\n5.7.44-log\0\b\0\0\0", "5.7.44-log")]
    [InlineData("welcome\r\n", "welcome")]
    public async Task TLS_spoken_to_what_nobody_knows_is_not_sent_to_STARTTLS(string bytes, string shown)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendRawAsync(bytes);
            await connection.UntilClosedAsync();
        });
        var finding = Expect.Primary(await _bench.ImplicitAsync(server), "Greeting.NotThisProtocol", TestStage.Tls);
        Assert.Contains("no mail protocol", finding.Cause, StringComparison.Ordinal);
        Assert.Contains(shown, finding.ServerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TLS_spoken_to_a_web_server_names_the_web_server()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendRawAsync("HTTP/1.1 400 Bad Request\r\n\r\n");
            await connection.UntilClosedAsync();
        });
        Expect.Primary(await _bench.ImplicitAsync(server), "Greeting.NotThisProtocol", TestStage.Tls);
    }

    [Fact]
    public async Task TLS_spoken_to_the_plaintext_port_of_another_protocol_names_that()
    {
        await using var smtp = new ScriptedServer("S: 220 mail.example.test ESMTP");
        var imap = await _bench.IncomingAsync(smtp, request => request with { TlsMode = TlsChoice.Implicit });
        Assert.Contains("SMTP", Expect.Primary(imap, "Greeting.NotThisProtocol", TestStage.Tls).Cause, StringComparison.Ordinal);
        await using var other = new ScriptedServer("S: * OK IMAP4rev1 ready");
        Assert.Contains("IMAP", Expect.Primary(await _bench.ImplicitAsync(other), "Greeting.NotThisProtocol", TestStage.Tls).Cause, StringComparison.Ordinal);
    }

    [Fact]
    [Provokes("Tls.ImplicitPort")]
    public async Task Plaintext_spoken_to_a_TLS_port_is_found_out_by_a_second_connection()
    {
        await using var server = Scripts.Implicit(Authority.Issue(), Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        // Told before the limit of the greeting, which the test would not live to see.
        var report = await _bench.OutgoingAsync(server, request => request with
        {
            TlsMode = TlsChoice.StartTls,
            Timeouts = new TestTimeouts { Reply = TimeSpan.FromHours(1), Total = TimeSpan.FromMinutes(2) },
        });
        var finding = Expect.Primary(report, "Tls.ImplicitPort", TestStage.Greeting);
        Assert.Contains("465 alone", finding.NextStep, StringComparison.Ordinal);
        Assert.Contains(report.Transcript, line => line.Text.StartsWith("A second connection", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plaintext_spoken_to_a_TLS_port_of_a_mailbox_is_told_nothing_of_outgoing_servers()
    {
        await using var server = Scripts.Implicit(Authority.Issue(), Scripts.ImapLines("IMAP4rev1"));
        var report = await _bench.IncomingAsync(server);
        Assert.DoesNotContain("outgoing", Expect.Primary(report, "Tls.ImplicitPort", TestStage.Greeting).NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.0 400 Bad Request", "HTTP over TLS")]
    [InlineData("* OK IMAP4rev1 ready", "IMAP over TLS")]
    public async Task Plaintext_spoken_to_the_TLS_port_of_another_protocol_names_that(string line, string speaks)
    {
        await using var server = Scripts.Implicit(Authority.Issue(), line[0] == '*' ? [$"S: {line}"] : ["C: GET", $"S: {line}"]);
        var report = await _bench.OutgoingAsync(server);
        var finding = Expect.Primary(report, "Greeting.NotThisProtocol", TestStage.Greeting);
        Assert.Contains(speaks, finding.Cause, StringComparison.Ordinal);
        Assert.Equal(line, finding.ServerText);
        Assert.Contains(report.Transcript, noted => noted.Text.StartsWith("A second connection", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_speaks_behind_a_certificate_that_is_refused_is_not_looked_at()
    {
        using var stranger = new TestAuthority();
        await using var server = Scripts.Implicit(stranger.Issue(), "C: GET", "S: HTTP/1.0 400 Bad Request");
        Expect.Primary(await _bench.OutgoingAsync(server), "Tls.ImplicitPort", TestStage.Greeting);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_greeting_that_comes_after_further_looks_is_taken()
    {
        var looked = new TaskCompletionSource();
        var connections = 0;
        await using var server = new ScriptedServer(async connection =>
        {
            var connected = Interlocked.Increment(ref connections);
            if (connected == 3)
                looked.SetResult();
            if (connected > 1)
                return;

            await looked.Task;
            await connection.PlayAsync(Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        });
        var report = await _bench.OutgoingAsync(server);
        Assert.Equal(CheckStatus.Passed, Expect.Stage(report, TestStage.Greeting).Status);
        Assert.Equal(CheckStatus.Passed, Expect.Stage(report, TestStage.Quit).Status);
        Assert.Equal(3, connections);
    }
}
