using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Diagnosis;
using EmailSettings.Core.Diagnosis.Facts;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Tests.Certificates;
using EmailSettings.Mail.Tests.Servers;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>The stage Tls.</summary>
public sealed class TlsTests : IDisposable
{
    private static readonly string[] Goodbye = ["C: QUIT", "S: 221 bye"];

    private readonly TestBench _bench = new();

    private static TestAuthority Authority => TestBench.Authority;

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(25, true, TlsMode.StartTls)]
    [InlineData(143, true, TlsMode.StartTls)]
    [InlineData(465, true, TlsMode.Implicit)]
    [InlineData(587, true, TlsMode.StartTls)]
    [InlineData(993, true, TlsMode.Implicit)]
    [InlineData(2465, true, TlsMode.Implicit)]
    [InlineData(465, false, TlsMode.None)]
    [InlineData(587, false, TlsMode.None)]
    public async Task Without_a_choice_the_port_says_how_TLS_is_spoken(int port, bool useSsl, TlsMode mode)
    {
        _bench.With(services => services with { Resolver = new StubResolver(System.Net.Sockets.SocketError.HostNotFound) });
        ServerTestReport[] reports =
        [
            await _bench.Tests.TestOutgoingAsync(new OutgoingTestRequest { Host = TestBench.Host, Port = port, UseSsl = useSsl }),
            await _bench.Tests.TestIncomingAsync(new IncomingTestRequest { Host = TestBench.Host, Port = port, UseSsl = useSsl }),
        ];
        Assert.All(reports, report => Assert.Equal(mode, Assert.IsType<SettingsStageFacts>(Expect.Stage(report, TestStage.Settings).Facts).Tls));
    }

    [Fact]
    public async Task Implicit_TLS_passes_and_is_described()
    {
        var certificate = Authority.Issue(toDays: 90);
        await using var server = Scripts.Implicit(certificate, Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        var report = await ImplicitAsync(server);
        Expect.Passed(report, TestStage.Tls, TestStage.Greeting, TestStage.Capabilities, TestStage.Limits, TestStage.Quit);
        Expect.Skipped(report, TestStage.StartTls);
        var facts = Assert.IsType<TlsStageFacts>(Expect.Stage(report, TestStage.Tls).Facts);
        Assert.Equal(certificate.Thumbprint, facts.Chain[0].Thumbprint);
        Assert.Equal("RSA 2048", facts.Chain[0].Key);
        Assert.StartsWith("Tls1", facts.Protocol, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_STARTTLS_the_capabilities_are_read_again()
    {
        await using var server = Scripts.StartTls(Authority.Issue(toDays: 90), Scripts.PlainSmtp, ["C: AUTH", "S: 235 welcome", .. Goodbye]);
        var report = await _bench.OutgoingAsync(server, request => request with
        {
            TlsMode = TlsChoice.StartTls,
            Authentication = TestAuthentication.Basic,
            User = "mailer",
            Password = _bench.Secret("pass"),
        });
        Expect.Passed(report, TestStage.StartTls, TestStage.Tls, TestStage.Capabilities, TestStage.Authenticate, TestStage.Quit);
        Assert.True(report.Stages.ToList().FindIndex(stage => stage.Stage == TestStage.StartTls) < report.Stages.ToList().FindIndex(stage => stage.Stage == TestStage.Tls));
        var facts = Assert.IsType<SmtpCapabilitiesFacts>(Expect.Stage(report, TestStage.Capabilities).Facts);
        Assert.Contains("STARTTLS", facts.OfferedBeforeTls);
        Assert.Equal(["PLAIN", "LOGIN"], facts.AuthMechanisms);
    }

    [Theory]
    [InlineData(0, "'CN=other.example.test'")]
    [InlineData(7, "'a4.example.test' and 2 more")]
    public async Task The_names_in_a_certificate_are_counted(int count, string words)
    {
        var certificate = Authority.Issue("other.example.test", change: request =>
        {
            request.CertificateExtensions.Remove(request.CertificateExtensions.Single(extension => extension.Oid!.Value == "2.5.29.17"));
            var names = new SubjectAlternativeNameBuilder();
            for (var i = 0; i < count; i++) names.AddDnsName($"a{i}.example.test");
            if (count > 0) request.CertificateExtensions.Add(names.Build());
        });
        await using var server = Scripts.Implicit(certificate, Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        Assert.Contains(words, Expect.Primary(await ImplicitAsync(server), "Tls.Name", TestStage.Tls).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issuer_that_has_ended_is_not_called_the_servers()
    {
        var issuer = Authority.IssueIntermediate(toDays: -1);
        var served = TestAuthority.Serve(Authority.Issue(issuer: issuer, fromDays: -5), X509CertificateLoader.LoadCertificate(issuer.RawData));
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SecureAsync(served);
            await connection.PlayAsync(Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        });
        Assert.StartsWith($"The issuer's certificate '{issuer.Subject}'", Expect.Primary(await ImplicitAsync(server), "Tls.Expired", TestStage.Tls).Cause, StringComparison.Ordinal);
    }

    [Theory]
    [Provokes("Tls.Name")]
    [Provokes("Tls.SelfSigned")]
    [Provokes("Tls.UnknownRoot")]
    [Provokes("Tls.IncompleteChain")]
    [Provokes("Tls.Expired")]
    [Provokes("Tls.NotYetValid")]
    [Provokes("Tls.Unusable")]
    [InlineData("Tls.Name")]
    [InlineData("Tls.SelfSigned")]
    [InlineData("Tls.UnknownRoot")]
    [InlineData("Tls.IncompleteChain")]
    [InlineData("Tls.Expired")]
    [InlineData("Tls.NotYetValid")]
    [InlineData("Tls.Unusable")]
    public async Task A_certificate_that_is_not_to_be_trusted_is_refused_by_name(string id)
    {
        using var stranger = new TestAuthority();
        var certificate = id switch
        {
            "Tls.Name" => Authority.Issue("other.example.test"),
            "Tls.SelfSigned" => Authority.SelfSigned(),
            "Tls.UnknownRoot" => stranger.Issue(),
            "Tls.IncompleteChain" => Authority.Issue(issuer: Authority.IssueIntermediate()),
            "Tls.Expired" => Authority.Issue(fromDays: -30, toDays: -1),
            "Tls.NotYetValid" => Authority.Issue(fromDays: 1),
            _ => Authority.Issue(purpose: "1.3.6.1.5.5.7.3.2"),
        };
        // Servers send no root; where roots of one's own are trusted, an issuer that was not sent might as well be an intermediate.
        if (id == "Tls.UnknownRoot") _bench.With(services => services with { NormalTrust = [] });
        await using var server = Scripts.Implicit(certificate, Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        var report = await ImplicitAsync(server);
        Expect.Primary(report, id, TestStage.Tls);
        Expect.Skipped(report, TestStage.Greeting, TestStage.Authenticate, TestStage.Quit);
        Assert.Equal(certificate.Thumbprint, Assert.IsType<TlsStageFacts>(Expect.Stage(report, TestStage.Tls).Facts).Chain[0].Thumbprint);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task An_elliptic_curve_is_taken()
    {
        await using var server = Scripts.Implicit(Authority.Issue(elliptic: true, toDays: 90), Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        Expect.Passed(await ImplicitAsync(server), TestStage.Tls);
    }

    [Fact]
    public async Task A_root_given_with_the_call_is_trusted()
    {
        using var stranger = new TestAuthority();
        await using var server = Scripts.Implicit(stranger.Issue(toDays: 90), Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        Expect.Passed(await ImplicitAsync(server, stranger.Trusted), TestStage.Tls);
    }

    [Fact]
    [Provokes("Tls.Revoked")]
    public async Task A_revoked_certificate_is_refused()
    {
        await using var list = new HttpFile();
        var certificate = Authority.Issue(crlAddress: list.Address);
        list.Content = Authority.RevocationList(certificate);
        await using var server = Scripts.Implicit(certificate, Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        Expect.Primary(await ImplicitAsync(server), "Tls.Revoked", TestStage.Tls);
    }

    [Fact]
    [Provokes("Tls.RevocationUnknown")]
    public async Task A_list_out_of_reach_is_a_warning_and_none_at_all_a_note()
    {
        var list = new HttpFile();
        var address = list.Address;
        await list.DisposeAsync();
        await using var server = Scripts.Implicit(Authority.Issue(crlAddress: address), Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        var report = await ImplicitAsync(server);
        Assert.Contains(address, Expect.Noted(report, "Tls.RevocationUnknown", TestStage.Tls).Cause, StringComparison.Ordinal);
        await using var without = Scripts.Implicit(Authority.Issue(), Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        Expect.Noted(await ImplicitAsync(without), "Tls.RevocationUnknown", TestStage.Tls, Severity.Info);
    }

    [Fact]
    [Provokes("Tls.CertificateExpiresSoon")]
    public async Task A_certificate_that_ends_soon_is_announced()
    {
        await using var server = Scripts.Implicit(Authority.Issue(toDays: 5.5), Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        Assert.Contains("5 days", Expect.Noted(await ImplicitAsync(server), "Tls.CertificateExpiresSoon", TestStage.Tls).Cause, StringComparison.Ordinal);
    }

    [Fact]
    [Provokes("Tls.PlaintextPort")]
    public async Task TLS_spoken_to_a_plaintext_port_is_understood()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp);
        var finding = Expect.Primary(await ImplicitAsync(server), "Tls.PlaintextPort", TestStage.Tls);
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
        var finding = Expect.Primary(await ImplicitAsync(server), "Greeting.NotThisProtocol", TestStage.Tls);
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
        Expect.Primary(await ImplicitAsync(server), "Greeting.NotThisProtocol", TestStage.Tls);
    }

    [Fact]
    public async Task TLS_spoken_to_the_plaintext_port_of_another_protocol_names_that()
    {
        await using var smtp = new ScriptedServer("S: 220 mail.example.test ESMTP");
        var imap = await _bench.IncomingAsync(smtp, request => request with { TlsMode = TlsChoice.Implicit });
        Assert.Contains("SMTP", Expect.Primary(imap, "Greeting.NotThisProtocol", TestStage.Tls).Cause, StringComparison.Ordinal);
        await using var other = new ScriptedServer("S: * OK IMAP4rev1 ready");
        Assert.Contains("IMAP", Expect.Primary(await ImplicitAsync(other), "Greeting.NotThisProtocol", TestStage.Tls).Cause, StringComparison.Ordinal);
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

    [Fact]
    [Provokes("Tls.OldVersion")]
    public async Task A_server_of_TLS_1_0_alone_is_found_out()
    {
        await using var server = new ScriptedServer(AnswerAsTls10Async);
        var report = await ImplicitAsync(server);
        Assert.Contains("TLS 1.0", Expect.Primary(report, "Tls.OldVersion", TestStage.Tls).Cause, StringComparison.Ordinal);
        Assert.Equal(["TLS 1.0"], Assert.IsType<TlsStageFacts>(Expect.Stage(report, TestStage.Tls).Facts).VersionsTaken);
    }

    [Fact]
    [Provokes("Tls.Handshake")]
    public async Task An_alert_is_named()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.Stream.WriteAsync(new byte[] { 21, 3, 3, 0, 2, 2, 40 }, connection.Stop);
            await connection.UntilClosedAsync();
        });
        Assert.Contains("handshake_failure", Expect.Primary(await ImplicitAsync(server), "Tls.Handshake", TestStage.Tls).Cause, StringComparison.Ordinal);
    }

    [Theory]
    [Provokes("Tls.ClientCertificateRequired")]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task A_server_that_insists_on_a_client_certificate_is_understood(SslProtocols version)
    {
        var certificate = TestAuthority.Serve(Authority.Issue());
        await using var server = new ScriptedServer(connection => connection.SecureAskingAsync(certificate, insists: true, version));
        AssertClientCertificateRequired(await ImplicitAsync(server));
    }

    [Theory]
    [InlineData(false, SslProtocols.Tls12)]
    [InlineData(false, SslProtocols.Tls13)]
    [InlineData(true, SslProtocols.Tls13)]
    public async Task A_server_that_insists_on_a_client_certificate_after_STARTTLS_is_understood(bool isImap, SslProtocols version)
    {
        string[] start = isImap
            ? ["S: * OK hi", "C: CAPABILITY", "S: * CAPABILITY IMAP4rev1 STARTTLS", "S: A1 OK", "C: STARTTLS", "S: A2 OK go"]
            : ["S: 220 hi", "C: EHLO", "S: 250-x", "S: 250 STARTTLS", "C: STARTTLS", "S: 220 go"];
        var certificate = TestAuthority.Serve(Authority.Issue());
        await using var server = new ScriptedServer(async connection =>
        {
            foreach (var line in start)
            {
                if (line.StartsWith("S: ", StringComparison.Ordinal)) await connection.SendAsync(line[3..]);
                else await connection.ReadLineAsync();
            }
            await connection.SecureAskingAsync(certificate, insists: true, version);
        });
        var report = isImap
            ? await _bench.IncomingAsync(server, request => request with { TlsMode = TlsChoice.StartTls })
            : await _bench.OutgoingAsync(server, request => request with { TlsMode = TlsChoice.StartTls });
        AssertClientCertificateRequired(report);
        Expect.Skipped(report, TestStage.Quit);
    }

    [Fact]
    public async Task A_client_certificate_that_is_asked_for_and_not_needed_is_a_fact_alone()
    {
        var certificate = TestAuthority.Serve(Authority.Issue(toDays: 90));
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SecureAskingAsync(certificate, insists: false);
            await connection.PlayAsync(Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        });
        var report = await ImplicitAsync(server);
        Expect.Passed(report, TestStage.Tls, TestStage.Greeting, TestStage.Capabilities, TestStage.Quit);
        Assert.True(Assert.IsType<TlsStageFacts>(Expect.Stage(report, TestStage.Tls).Facts).ClientCertificateAsked);
    }

    [Fact]
    public async Task A_server_that_closes_in_place_of_a_handshake_has_failed_it()
    {
        await using var server = new ScriptedServer(_ => Task.CompletedTask);
        Expect.Primary(await ImplicitAsync(server), "Tls.Handshake", TestStage.Tls);
    }

    [Fact]
    public async Task Plaintext_after_STARTTLS_is_a_failed_handshake()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendAsync("220 hi");
            await connection.ReadLineAsync();
            await connection.SendRawAsync("250-x\r\n250 STARTTLS\r\n");
            await connection.ReadLineAsync();
            await connection.SendAsync("220 go");
            await connection.Stream.ReadExactlyAsync(new byte[5], connection.Stop);
            await connection.SendAsync("500 what");
            await connection.UntilClosedAsync();
        });
        var finding = Expect.Primary(await _bench.OutgoingAsync(server, request => request with { TlsMode = TlsChoice.StartTls }), "Tls.Handshake", TestStage.Tls);
        Assert.Contains("rewrites the session", finding.NextStep, StringComparison.Ordinal);
    }

    private Task<ServerTestReport> ImplicitAsync(ScriptedServer server, X509Certificate2Collection? roots = null) =>
        _bench.OutgoingAsync(server, request => request with { TlsMode = TlsChoice.Implicit, ExtraRoots = roots ?? [] });

    // Which stage meets the server's no is the version's affair.
    private static void AssertClientCertificateRequired(ServerTestReport report)
    {
        var stage = Assert.Single(report.Stages, stage => stage.Status == CheckStatus.Failed).Stage;
        Expect.Primary(report, "Tls.ClientCertificateRequired", stage);
        Assert.True(Assert.IsType<TlsStageFacts>(Expect.Stage(report, TestStage.Tls).Facts).ClientCertificateAsked);
        Assert.DoesNotContain(report.Findings, finding => finding.Id is "Reply.Disconnected" or "Tls.Handshake");
    }

    // Reads a ClientHello; answers with a ServerHello of TLS 1.0 where that is offered, else with the alert of RFC 5246 section E.1.
    private static async Task AnswerAsTls10Async(ScriptedConnection connection)
    {
        var header = new byte[5];
        await connection.Stream.ReadExactlyAsync(header, connection.Stop);
        var hello = new byte[(header[3] << 8) | header[4]];
        await connection.Stream.ReadExactlyAsync(hello, connection.Stop);
        byte[] answer = hello[4] == 3 && hello[5] == 1
            ? [22, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1, .. new byte[32], 0, 0, 0x2F, 0]
            : [21, 3, 1, 0, 2, 2, 70];
        await connection.Stream.WriteAsync(answer, connection.Stop);
        await connection.UntilClosedAsync();
    }
}
