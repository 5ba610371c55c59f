using System.Security.Authentication;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Stages;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Smtp;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>The stage Tls: TLS modes, and handshakes that fail.</summary>
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
    public async Task By_default_the_port_decides_the_TLS_mode(int port, bool useSsl, TlsMode mode)
    {
        _bench.With(services => services with { Resolver = new StubResolver(System.Net.Sockets.SocketError.HostNotFound) });
        ServerTestReport[] reports =
        [
            await _bench.Tests.TestAsync(new OutgoingTestRequest { Host = TestBench.Host, Port = port, UseSsl = useSsl }),
            await _bench.Tests.TestAsync(new IncomingTestRequest { Host = TestBench.Host, Port = port, UseSsl = useSsl }),
        ];
        Assert.All(reports, report => Assert.Equal(mode, Assert.IsType<SettingsStageFacts>(Expect.Stage(report, TestStage.Settings).Facts).Tls));
    }

    [Fact]
    public async Task Implicit_TLS_passes_and_is_described()
    {
        var certificate = Authority.Issue(toDays: 90);
        await using var server = Scripts.Implicit(certificate, Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        var report = await _bench.ImplicitAsync(server);
        Expect.Passed(report, TestStage.Tls, TestStage.Greeting, TestStage.Capabilities, TestStage.Limits, TestStage.Quit);
        Expect.Skipped(report, TestStage.StartTls);
        var facts = Assert.IsType<TlsFacts>(Expect.Stage(report, TestStage.Tls).Facts);
        Assert.Equal(certificate.Thumbprint, facts.Chain[0].Thumbprint);
        Assert.Equal("RSA 2048", facts.Chain[0].Key);
        Assert.True(facts.Protocol is SslProtocols.Tls12 or SslProtocols.Tls13);
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
        var facts = Assert.IsType<SmtpCapabilities>(Expect.Stage(report, TestStage.Capabilities).Facts);
        Assert.Contains("STARTTLS", facts.OfferedBeforeTls);
        Assert.Equal(["PLAIN", "LOGIN"], facts.AuthMechanisms);
    }

    [Fact]
    [Provokes("Tls.OldVersion")]
    public async Task A_server_that_supports_only_TLS_1_0_is_detected()
    {
        await using var server = new ScriptedServer(AnswerAsTls10Async);
        var report = await _bench.ImplicitAsync(server);
        Assert.Contains("TLS 1.0", Expect.Primary(report, "Tls.OldVersion", TestStage.Tls).Cause, StringComparison.Ordinal);
        Assert.Equal(["TLS 1.0"], Assert.IsType<TlsFacts>(Expect.Stage(report, TestStage.Tls).Facts).SupportedVersions);
    }

    [Theory]
    [Provokes("Tls.Handshake")]
    [InlineData(40, "no cipher suite of any age", "certificate and key")]
    [InlineData(49, "access_denied", "allow connections from this machine's address")]
    [InlineData(70, "no TLS version in common", "TLS 1.2 or 1.3")]
    [InlineData(71, "stronger cipher suites", "Update this machine")]
    public async Task An_alert_is_reported_in_plain_words(byte alert, string cause, string step)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.Stream.WriteAsync(new byte[] { 21, 3, 3, 0, 2, 2, alert }, connection.Stop);
            await connection.UntilClosedAsync();
        });
        var finding = Expect.Primary(await _bench.ImplicitAsync(server), "Tls.Handshake", TestStage.Tls);
        Assert.Contains(cause, finding.Cause, StringComparison.Ordinal);
        Assert.Contains(step, finding.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_know_the_name_is_contacted_once()
    {
        var connections = 0;
        await using var server = new ScriptedServer(async connection =>
        {
            Interlocked.Increment(ref connections);
            await connection.Stream.WriteAsync(new byte[] { 21, 3, 3, 0, 2, 2, 112 }, connection.Stop);
            await connection.UntilClosedAsync();
        });
        var finding = Expect.Primary(await _bench.ImplicitAsync(server), "Tls.Handshake", TestStage.Tls);
        Assert.Contains("unrecognized_name", finding.Cause, StringComparison.Ordinal);
        Assert.Equal(1, connections);
    }

    // The alert is always the same; what the server chooses when offered everything is not.
    [Theory]
    [Provokes("Tls.WeakSignature")]
    [Provokes("Tls.NoCommonGroup")]
    [InlineData(0xC02F, 23, 0x0201, "Tls.WeakSignature", "RSA with SHA-1")]
    [InlineData(0xC02F, 23, 0x0101, "Tls.WeakSignature", "RSA with MD5")]
    [InlineData(0xC02B, 23, 0x0203, "Tls.WeakSignature", "ECDSA with SHA-1")]
    [InlineData(0xC02F, 26, 0x0401, "Tls.NoCommonGroup", "brainpoolP256r1")]
    [InlineData(0x003B, 0, 0, "Tls.NoCommonCipher", "TLS_RSA_WITH_NULL_SHA256")]
    [InlineData(0xC018, 23, 0, "Tls.NoCommonCipher", "TLS_ECDH_anon_WITH_AES_128_CBC_SHA")]
    public async Task The_choices_of_a_server_reveal_why_the_handshake_failed(int suite, int group, int signature, string id, string cause)
    {
        var connections = 0;
        await using var server = new ScriptedServer(async connection =>
        {
            var answer = Interlocked.Increment(ref connections) == 3 ? Flight(suite, group, signature) : [21, 3, 3, 0, 2, 2, 40];
            await connection.Stream.WriteAsync(answer, connection.Stop);
            await connection.UntilClosedAsync();
        });
        Assert.Contains(cause, Expect.Primary(await _bench.ImplicitAsync(server), id, TestStage.Tls).Cause, StringComparison.Ordinal);
        Assert.Equal(3, connections);
    }

    [Theory]
    [Provokes("Tls.WeakKeyExchange")]
    [Provokes("Tls.KeyUsage")]
    [InlineData(HandshakeReason.WeakKeyExchange, "Tls.WeakKeyExchange")]
    [InlineData(HandshakeReason.KeyExchangeGroup, "Tls.NoCommonGroup")]
    [InlineData(HandshakeReason.SignatureAlgorithm, "Tls.WeakSignature")]
    [InlineData(HandshakeReason.WeakCertificateKey, "Tls.WeakCertificate")]
    [InlineData(HandshakeReason.WeakCertificateDigest, "Tls.WeakCertificate")]
    [InlineData(HandshakeReason.CertificateCurve, "Tls.Unusable")]
    [InlineData(HandshakeReason.KeyUsage, "Tls.KeyUsage")]
    [InlineData(HandshakeReason.NoCommonCipher, "Tls.Handshake")]
    [InlineData(HandshakeReason.NoSuite, "Tls.Handshake")]
    [InlineData(HandshakeReason.Version, "Tls.Handshake")]
    [InlineData(HandshakeReason.WeakClient, "Tls.Handshake")]
    public void A_known_reason_is_an_error_even_without_further_connections(HandshakeReason reason, string id)
    {
        var finding = HandshakeReasons.Describe(reason, "mail.example.test:465", []);
        Assert.Equal((id, Severity.Error), (finding.Id, finding.Severity));
        Assert.DoesNotContain("{", finding.Cause + finding.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [Provokes("Tls.ClientCertificateRequired")]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task A_server_that_insists_on_a_client_certificate_is_recognized(SslProtocols version)
    {
        var certificate = TestAuthority.Serve(Authority.Issue());
        await using var server = new ScriptedServer(connection => connection.SecureAskingAsync(certificate, insists: true, version));
        AssertClientCertificateRequired(await _bench.ImplicitAsync(server));
    }

    [Theory]
    [InlineData(false, SslProtocols.Tls12)]
    [InlineData(false, SslProtocols.Tls13)]
    [InlineData(true, SslProtocols.Tls13)]
    public async Task A_server_that_insists_on_a_client_certificate_after_STARTTLS_is_recognized(bool isImap, SslProtocols version)
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
    public async Task An_optional_client_certificate_is_only_a_fact()
    {
        var certificate = TestAuthority.Serve(Authority.Issue(toDays: 90));
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SecureAskingAsync(certificate, insists: false);
            await connection.PlayAsync(Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        });
        var report = await _bench.ImplicitAsync(server);
        Expect.Passed(report, TestStage.Tls, TestStage.Greeting, TestStage.Capabilities, TestStage.Quit);
        Assert.True(Assert.IsType<TlsFacts>(Expect.Stage(report, TestStage.Tls).Facts).ClientCertificateAsked);
    }

    [Fact]
    public async Task A_server_that_closes_instead_of_a_handshake_has_failed_it()
    {
        await using var server = new ScriptedServer(_ => Task.CompletedTask);
        Expect.Primary(await _bench.ImplicitAsync(server), "Tls.Handshake", TestStage.Tls);
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

    // The stage at which the server's refusal arrives depends on the version.
    private static void AssertClientCertificateRequired(ServerTestReport report)
    {
        var stage = Assert.Single(report.Stages, stage => stage.Status == CheckStatus.Failed).Stage;
        Expect.Primary(report, "Tls.ClientCertificateRequired", stage);
        Assert.True(Assert.IsType<TlsFacts>(Expect.Stage(report, TestStage.Tls).Facts).ClientCertificateAsked);
        Assert.DoesNotContain(report.Findings, finding => finding.Id is "Reply.Disconnected" or "Tls.Handshake");
    }

    // What a TLS 1.2 server sends first (RFC 5246 section 7.3), in one record: its choices, and its signature algorithm.
    private static byte[] Flight(int suite, int group, int signature)
    {
        byte[] hello = [3, 3, .. new byte[32], 0, (byte)(suite >> 8), (byte)suite, 0];
        byte[] signed = signature == 0 ? [] : [(byte)(signature >> 8), (byte)signature, 0, 1, 0];
        byte[] exchange = [3, 0, (byte)group, 1, 4, .. signed];
        byte[] messages = [.. Message(2, hello), .. group == 0 ? [] : Message(12, exchange), .. Message(14, [])];
        return [22, 3, 3, 0, (byte)messages.Length, .. messages];
    }

    private static byte[] Message(byte type, byte[] body) => [type, 0, 0, (byte)body.Length, .. body];

    // Reads a ClientHello; answers with a ServerHello of TLS 1.0 if that is offered, else with the alert of RFC 5246 section E.1.
    private static async Task AnswerAsTls10Async(ScriptedConnection connection)
    {
        var header = new byte[5];
        await connection.Stream.ReadExactlyAsync(header, connection.Stop);
        var hello = new byte[(header[3] << 8) | header[4]];
        await connection.Stream.ReadExactlyAsync(hello, connection.Stop);
        // Whatever newer version is offered, it chooses its own.
        byte[] answer = [22, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1, .. new byte[32], 0, 0, 0x2F, 0];
        await connection.Stream.WriteAsync(answer, connection.Stop);
        await connection.UntilClosedAsync();
    }
}
