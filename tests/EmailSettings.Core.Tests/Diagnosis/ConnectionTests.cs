using EmailSettings.Core.Findings;
using System.Net;
using System.Net.Sockets;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Mail.Connection;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>The stages Dns, Connect, Greeting, Capabilities and StartTls.</summary>
public sealed class ConnectionTests : IDisposable
{
    private readonly TestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [Provokes("Dns.NotFound")]
    [Provokes("Dns.Failed")]
    [InlineData(SocketError.HostNotFound, "Dns.NotFound")]
    [InlineData(SocketError.NoData, "Dns.NotFound")]
    [InlineData(SocketError.TryAgain, "Dns.Failed")]
    [InlineData(SocketError.NoRecovery, "Dns.Failed")]
    public async Task A_name_that_does_not_exist_is_distinguished_from_a_resolver_that_fails(SocketError error, string id)
    {
        _bench.With(services => services with { Resolver = new StubResolver(error) });
        var report = await _bench.Tests.TestAsync(new OutgoingTestRequest { Host = "nobody.example.test", TlsMode = TlsChoice.None });
        Expect.Primary(report, id, TestStage.Dns);
        Expect.Skipped(report, TestStage.Connect, TestStage.Greeting, TestStage.Limits, TestStage.Quit);
        Assert.Equal("Dns failed", Expect.Stage(report, TestStage.Quit).SkipReason);
    }

    [Fact]
    [Provokes("Connect.Refused")]
    public async Task A_port_where_nothing_listens_is_named()
    {
        var server = Scripts.Silent();
        var port = server.Port;
        await server.DisposeAsync();
        var report = await _bench.OutgoingAsync(port);
        Assert.Contains($"mail.example.test:{port}", Expect.Primary(report, "Connect.Refused", TestStage.Connect).Cause, StringComparison.Ordinal);
        var failed = Assert.Single(Assert.IsType<ConnectFacts>(Expect.Stage(report, TestStage.Connect).Facts).Failed);
        Assert.Equal(SocketError.ConnectionRefused, failed.Error);
    }

    [Fact]
    [Provokes("Connect.TimedOut")]
    public async Task Dropped_packets_are_distinguished_from_a_refusal()
    {
        using var full = new FullListener();
        _bench.With(services => services with { Resolver = new StubResolver(FullListener.Address) });
        var report = await _bench.Tests.TestAsync(new OutgoingTestRequest
        {
            Host = TestBench.Host,
            Port = full.Port,
            Timeouts = new TestTimeouts { Connect = TimeSpan.FromMilliseconds(300) },
        });
        Expect.Primary(report, "Connect.TimedOut", TestStage.Connect);
    }

    [Fact]
    [Provokes("Connect.Unreachable")]
    public async Task An_address_without_a_route_is_unreachable()
    {
        _bench.With(services => services with { Resolver = new StubResolver(IPAddress.Broadcast) });
        var report = await _bench.Tests.TestAsync(new OutgoingTestRequest { Host = TestBench.Host, Port = 25, Timeouts = TestBench.Patient });
        Expect.Primary(report, "Connect.Unreachable", TestStage.Connect);
    }

    [Theory]
    [Provokes("Greeting.Refused")]
    [Provokes("Greeting.TryLater")]
    [InlineData("554 5.7.1 You are on a list", "Greeting.Refused")]
    [InlineData("421 4.3.2 Come back later", "Greeting.TryLater")]
    public async Task An_SMTP_server_that_refuses_the_client_says_why(string greeting, string id)
    {
        await using var server = new ScriptedServer($"S: {greeting}");
        var report = await _bench.OutgoingAsync(server);
        Assert.Contains(greeting[10..], Expect.Primary(report, id, TestStage.Greeting).ServerText, StringComparison.Ordinal);
        Expect.Skipped(report, TestStage.Capabilities);
        // It waits for QUIT (RFC 5321 section 3.1), unless it has announced that it closes.
        Assert.Equal(greeting.StartsWith('5') ? CheckStatus.Passed : CheckStatus.Skipped, Expect.Stage(report, TestStage.Quit).Status);
    }

    [Theory]
    [Provokes("Greeting.TooManyConnections")]
    [InlineData("* BYE Go away", "Greeting.Refused")]
    [InlineData("* BYE [UNAVAILABLE] Down for an hour", "Greeting.TryLater")]
    [InlineData("* BYE [UNAVAILABLE] Too many connections", "Greeting.TooManyConnections")]
    [InlineData("* BYE Too many connections", "Greeting.TooManyConnections")]
    public async Task An_IMAP_server_that_says_goodbye_at_once_says_why(string greeting, string id)
    {
        await using var server = new ScriptedServer($"S: {greeting}");
        Expect.Primary(await _bench.IncomingAsync(server), id, TestStage.Greeting);
    }

    [Theory]
    [Provokes("Greeting.NotThisProtocol")]
    [InlineData("* OK IMAP4rev1 ready", "IMAP")]
    [InlineData("SSH-2.0-OpenSSH_9.2", "SSH")]
    [InlineData("+OK POP3 ready", "POP3")]
    [InlineData("220 ProFTPD Server ready", "FTP")]
    public async Task Another_protocol_is_named(string greeting, string name)
    {
        await using var server = new ScriptedServer($"S: {greeting}");
        Assert.Contains(name, Expect.Primary(await _bench.OutgoingAsync(server), "Greeting.NotThisProtocol", TestStage.Greeting).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waiting_web_server_is_identified()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            while (await connection.ReadLineAsync() is { Length: > 0 })
                ;
            await connection.SendRawAsync("HTTP/1.0 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html>\n");
        });
        var report = await _bench.OutgoingAsync(server, request => request with { Timeouts = new TestTimeouts { Reply = TimeSpan.FromSeconds(1), Total = TimeSpan.FromSeconds(30) } });
        var finding = Expect.Primary(report, "Greeting.NotThisProtocol", TestStage.Greeting);
        Assert.Contains("HTTP", finding.Cause, StringComparison.Ordinal);
        Assert.Equal("HTTP/1.0 404 Not Found", finding.ServerText);
        Assert.Contains(report.Transcript, line => line.Text.StartsWith("A further connection", StringComparison.Ordinal));
    }

    [Theory]
    [Provokes("Greeting.Portal")]
    [InlineData("HTTP/1.1 302 Found")]
    [InlineData("HTTP/1.0 407 Proxy Authentication Required")]
    [InlineData("HTTP/1.1 511 Network Authentication Required")]
    public async Task A_captive_portal_is_not_a_wrong_port(string line)
    {
        await using var server = new ScriptedServer($"S: {line}");
        Assert.Contains("gateway", Expect.Primary(await _bench.OutgoingAsync(server), "Greeting.Portal", TestStage.Greeting).NextStep, StringComparison.Ordinal);
    }

    [Fact]
    [Provokes("Greeting.PreAuthenticated")]
    public async Task An_unrequested_login_fails_the_test_of_another()
    {
        await using var server = new ScriptedServer(
            "S: * PREAUTH welcome", "C: CAPABILITY", "S: * CAPABILITY IMAP4rev1", "S: A1 OK", "C: EXAMINE", "S: * 1 EXISTS", "S: A2 OK", "C: LOGOUT", "S: A3 OK");
        var report = await _bench.IncomingAsync(server, request => request with { User = "mailer", Password = _bench.Secret("pass") });
        Expect.Primary(report, "Greeting.PreAuthenticated", TestStage.Greeting);
        Expect.Skipped(report, TestStage.Authenticate);
    }

    [Fact]
    public async Task An_unrequested_login_prevents_STARTTLS_from_being_required()
    {
        await using var server = new ScriptedServer("S: * PREAUTH welcome");
        var report = await _bench.IncomingAsync(server, request => request with { TlsMode = TlsChoice.StartTls });
        Expect.Primary(report, "Greeting.PreAuthenticated", TestStage.Greeting);
        Expect.Skipped(report, TestStage.StartTls, TestStage.Tls, TestStage.Mailbox);
    }

    [Fact]
    [Provokes("Capabilities.Refused")]
    public async Task A_refused_hello_is_named()
    {
        await using var smtp = new ScriptedServer("S: 220 hi", "C: EHLO", "S: 550 no", "C: HELO", "S: 550 5.7.1 Your name does not resolve", "C: QUIT", "S: 221 bye");
        Assert.Contains("does not resolve", Expect.Primary(await _bench.OutgoingAsync(smtp), "Capabilities.Refused", TestStage.Capabilities).ServerText, StringComparison.Ordinal);
        await using var imap = new ScriptedServer("S: * OK hi", "C: CAPABILITY", "S: A1 BAD no", "C: LOGOUT", "S: A2 OK");
        var refused = Expect.Primary(await _bench.IncomingAsync(imap), "Capabilities.Refused", TestStage.Capabilities);
        Assert.DoesNotContain("name", refused.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TestStage.Capabilities, false)]
    [InlineData(TestStage.StartTls, false)]
    [InlineData(TestStage.Capabilities, true)]
    [InlineData(TestStage.StartTls, true)]
    public async Task A_server_that_ends_the_session_in_place_of_an_answer_is_not_misconfigured(TestStage stage, bool isImap)
    {
        string[] lines = isImap
            ? ["S: * OK hi", "C: CAPABILITY", "S: * CAPABILITY IMAP4rev1 STARTTLS", "S: A1 OK", "C: STARTTLS", "S: * BYE Going down"]
            : ["S: 220 hi", "C: EHLO", "S: 250-x", "S: 250 STARTTLS", "C: STARTTLS", "S: 421 4.3.2 Going down"];
        await using var server = new ScriptedServer(stage == TestStage.StartTls ? lines : [.. lines[..2], lines[^1]]);
        var report = isImap
            ? await _bench.IncomingAsync(server, request => request with { TlsMode = TlsChoice.StartTls })
            : await _bench.OutgoingAsync(server, request => request with { TlsMode = TlsChoice.StartTls });
        Assert.Contains("Going down", Expect.Primary(report, "Reply.SessionEnded", stage).ServerText, StringComparison.Ordinal);
        Expect.Skipped(report, TestStage.Quit);
    }

    [Fact]
    [Provokes("Capabilities.Missing")]
    public async Task A_server_that_lacks_what_every_server_has_is_noted()
    {
        await using var smtp = new ScriptedServer("S: 220 hi", "C: EHLO", "S: 502 what", "C: HELO", "S: 250 hello", "C: QUIT", "S: 221 bye");
        Expect.Noted(await _bench.OutgoingAsync(smtp), "Capabilities.Missing", TestStage.Capabilities);
        await using var imap = Scripts.Imap("IDLE", "C: LOGOUT", "S: A2 OK");
        Expect.Noted(await _bench.IncomingAsync(imap), "Capabilities.Missing", TestStage.Capabilities);
    }

    [Fact]
    public async Task What_a_server_lacks_before_and_after_STARTTLS_is_noted_once()
    {
        var certificate = TestAuthority.Serve(TestBench.Authority.Issue());
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendAsync("* OK hi");
            await connection.ReadLineAsync();
            await connection.SendRawAsync("* CAPABILITY STARTTLS\r\nA1 OK\r\n");
            await connection.ReadLineAsync();
            await connection.SendAsync("A2 OK go");
            await connection.SecureAsync(certificate);
            await connection.PlayAsync("C: CAPABILITY", "S: * CAPABILITY IDLE", "S: A3 OK", "C: LOGOUT", "S: A4 OK");
        });
        var report = await _bench.IncomingAsync(server, request => request with { TlsMode = TlsChoice.StartTls });
        Assert.Equal("Capabilities.Missing", Assert.Single(Expect.Stage(report, TestStage.Capabilities).Findings).Id);
    }

    [Fact]
    [Provokes("StartTls.NotOffered")]
    public async Task A_secure_connection_is_never_downgraded_to_plaintext()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: QUIT", "S: 221 bye");
        var report = await _bench.OutgoingAsync(server, request => WithLogin(request) with { TlsMode = TlsChoice.StartTls });
        Expect.Primary(report, "StartTls.NotOffered", TestStage.StartTls);
        Expect.Skipped(report, TestStage.Tls, TestStage.Authenticate, TestStage.Limits);
        Assert.DoesNotContain(server.Received, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    [Provokes("StartTls.Refused")]
    public async Task STARTTLS_that_is_offered_and_refused_is_named()
    {
        await using var server = Scripts.Smtp(["STARTTLS"], "C: STARTTLS", "S: 454 4.7.0 TLS not available due to local problem", "C: QUIT", "S: 221 bye");
        var report = await _bench.OutgoingAsync(server, request => request with { TlsMode = TlsChoice.StartTls });
        Assert.Contains("local problem", Expect.Primary(report, "StartTls.Refused", TestStage.StartTls).ServerText, StringComparison.Ordinal);
    }

    [Theory]
    [Provokes("StartTls.Required")]
    [InlineData("STARTTLS", null)]
    [InlineData("AUTH PLAIN", "530 5.7.0 Must issue a STARTTLS command first")]
    [InlineData("AUTH PLAIN", "538 5.7.11 Encryption required for requested authentication mechanism")]
    public async Task A_server_that_wants_TLS_first_is_recognized(string extension, string? answer)
    {
        await using var server = answer is null
            ? Scripts.Smtp([extension], "C: QUIT", "S: 221 bye")
            : Scripts.Smtp([extension], "C: AUTH", $"S: {answer}", "C: QUIT", "S: 221 bye");
        Expect.Primary(await _bench.OutgoingAsync(server, WithLogin), "StartTls.Required", TestStage.Authenticate);
    }

    [Fact]
    public async Task A_sender_accepted_only_over_TLS_is_recognized()
    {
        await using var server = Scripts.Smtp(["STARTTLS"], "C: MAIL", "S: 530 5.7.0 Must issue a STARTTLS command first", "C: RSET", "S: 250 ok", "C: QUIT", "S: 221 bye");
        var report = await _bench.OutgoingAsync(server, request => request with { SenderAddress = "a@example.test", RecipientAddress = "b@example.test" });
        Expect.Primary(report, "StartTls.Required", TestStage.Envelope);
    }

    [Fact]
    public async Task IMAP_logins_accepted_only_over_TLS_are_recognized()
    {
        await using var server = Scripts.Imap("IMAP4rev1 STARTTLS LOGINDISABLED", "C: LOGOUT", "S: A2 OK");
        Expect.Primary(await _bench.IncomingAsync(server, request => request with { User = "mailer", Password = _bench.Secret("pass") }), "StartTls.Required", TestStage.Authenticate);
    }

    [Fact]
    [Provokes("StartTls.Injection")]
    public async Task Bytes_before_the_handshake_are_discarded_and_reported()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendAsync("220 hi");
            await connection.ReadLineAsync();
            await connection.SendRawAsync("250-x\r\n250 STARTTLS\r\n");
            await connection.ReadLineAsync();
            await connection.SendRawAsync("220 go\r\n250 AUTH PLAIN\r\n");
            await connection.UntilClosedAsync();
        });
        var report = await _bench.OutgoingAsync(server, request => WithLogin(request) with { TlsMode = TlsChoice.StartTls });
        Assert.Contains("16", Expect.Primary(report, "StartTls.Injection", TestStage.StartTls).Cause, StringComparison.Ordinal);
        Expect.Skipped(report, TestStage.Authenticate, TestStage.Quit);
    }

    private OutgoingTestRequest WithLogin(OutgoingTestRequest request) =>
        request with { Authentication = TestAuthentication.Basic, User = "mailer", Password = _bench.Secret("pass") };
}
