using System.Security.Authentication;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Probes;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail.Tests;

public sealed class ProbeTests : IClassFixture<TestAuthority>
{
    private static readonly IServerProbe Probe = new MailSessionFactory().Probe;

    private readonly TestAuthority _authority;

    public ProbeTests(TestAuthority authority) => _authority = authority;

    [Theory]
    [InlineData(SslProtocols.Tls12, new[] { TlsVersion.Tls12 })]
    [InlineData(SslProtocols.Tls13, new[] { TlsVersion.Tls13 })]
    [InlineData(SslProtocols.Tls12 | SslProtocols.Tls13, new[] { TlsVersion.Tls13, TlsVersion.Tls12 })]
    public async Task The_versions_that_a_server_supports_are_found(SslProtocols versions, TlsVersion[] expected)
    {
        var certificate = TestAuthority.Serve(_authority.Issue());
        await using var server = new ScriptedServer(connection => connection.SecureAsync(certificate, versions));
        var facts = (await Probe.FindTlsVersionsAsync(server.Options(TlsMode.Implicit, TestAuthority.Host), MailProtocol.Smtp, default)).Facts!;
        Assert.Equal(expected, facts.Answers.Where(answer => answer.Accepted).Select(answer => answer.Version));
        Assert.True(facts.SupportsCurrent);
        Assert.False(facts.SupportsOnlyOld);
    }

    [Fact]
    public async Task The_choices_and_the_signature_of_a_TLS_1_2_server_are_read()
    {
        var certificate = TestAuthority.Serve(_authority.Issue());
        await using var server = new ScriptedServer(connection => connection.SecureAsync(certificate, SslProtocols.Tls12));
        var answer = (await Probe.FindTlsVersionsAsync(server.Options(TlsMode.Implicit, TestAuthority.Host), MailProtocol.Smtp, default)).Facts!.Answers[1];
        Assert.NotNull(answer.KeyExchangeGroup);
        Assert.NotNull(answer.SignatureScheme);
        Assert.Equal(certificate.TargetCertificate.Thumbprint, answer.Certificate!.Thumbprint);
    }

    // RFC 7685 section 1.
    [Theory]
    [InlineData(TlsVersion.Tls12, "a")]
    [InlineData(TlsVersion.Tls12, "mail.example.test")]
    [InlineData(TlsVersion.Tls13, "mail.example.test")]
    [InlineData(TlsVersion.Tls12, "192.0.2.7")]
    public void No_ClientHello_has_a_length_that_load_balancers_hang_on(TlsVersion version, string host) =>
        Assert.NotInRange(ClientHello.Build(version, host).Length - 5, 256, 511);

    [Theory]
    [InlineData(MailProtocol.Smtp, TlsMode.Implicit)]
    [InlineData(MailProtocol.Smtp, TlsMode.StartTls)]
    [InlineData(MailProtocol.Imap, TlsMode.StartTls)]
    public async Task A_server_that_supports_only_TLS_1_0_is_detected(MailProtocol protocol, TlsMode mode)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            if (mode == TlsMode.StartTls)
            {
                await connection.SendAsync(protocol == MailProtocol.Smtp ? "220 ready" : "* OK ready");
                await connection.ReadLineAsync();
                await connection.SendRawAsync(protocol == MailProtocol.Smtp ? "250-x\r\n250 STARTTLS\r\n" : "* CAPABILITY IMAP4rev1 STARTTLS\r\nA1 OK x\r\n");
                await connection.ReadLineAsync();
                await connection.SendAsync(protocol == MailProtocol.Smtp ? "220 go" : "A2 OK go");
            }

            await AnswerAsTls10Async(connection);
        });
        var facts = (await Probe.FindTlsVersionsAsync(server.Options(mode, TestAuthority.Host), protocol, default)).Facts!;
        Assert.True(facts.SupportsOnlyOld);
        Assert.Equal([false, true], facts.Answers.Select(answer => answer.Accepted));
        Assert.Equal(TlsVersion.Tls10, facts.Answers[1].Version);
    }

    [Fact]
    public async Task TLS_on_a_silent_port_is_found()
    {
        var certificate = TestAuthority.Serve(_authority.Issue());
        await using var server = new ScriptedServer(connection => connection.SecureAsync(certificate));
        Assert.Equal(PeerProtocol.Tls, (await Probe.TryTlsAsync(server.Options(host: TestAuthority.Host), default)).Facts!.Protocol);
    }

    [Fact]
    public async Task Plaintext_is_not_mistaken_for_TLS()
    {
        await using var server = new ScriptedServer("S: * OK IMAP4rev1");
        Assert.Equal(PeerProtocol.Imap, (await Probe.TryTlsAsync(server.Options(), default)).Facts!.Protocol);
    }

    [Fact]
    public async Task Silence_stays_silence()
    {
        await using var server = new ScriptedServer(connection => connection.UntilClosedAsync());
        var options = server.Options() with { Timeouts = new MailTimeouts { Probe = TimeSpan.FromMilliseconds(200) } };
        Assert.Equal(PeerProtocol.Silent, (await Probe.TryTlsAsync(options, default)).Facts!.Protocol);
        Assert.Equal(PeerProtocol.Silent, (await Probe.FindSpeakerAsync(options, default)).Facts!.Protocol);
    }

    [Theory]
    [InlineData(TlsMode.None)]
    [InlineData(TlsMode.Implicit)]
    public async Task A_web_server_is_identified_by_its_answer(TlsMode mode)
    {
        var certificate = TestAuthority.Serve(_authority.Issue());
        await using var server = new ScriptedServer(async connection =>
        {
            if (mode == TlsMode.Implicit)
                await connection.SecureAsync(certificate);
            while (await connection.ReadLineAsync() is { Length: > 0 })
                ;
            await connection.SendRawAsync("HTTP/1.0 404 Not Found\r\n\r\n");
        });
        var options = server.Options(mode, TestAuthority.Host) with { Tls = new TlsOptions { ExtraRoots = _authority.Trusted } };
        var facts = (await Probe.FindSpeakerAsync(options, default)).Facts!;
        Assert.Equal(PeerProtocol.Http, facts.Protocol);
        Assert.StartsWith("HTTP/1.0 404", facts.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_probe_of_a_closed_port_says_so()
    {
        var server = new ScriptedServer("S: 220");
        var options = server.Options();
        await server.DisposeAsync();
        Assert.Equal(MailFailureKind.ConnectionRefused, (await Probe.TryTlsAsync(options, default)).Failure!.Kind);
        Assert.Equal(MailFailureKind.ConnectionRefused, (await Probe.FindSpeakerAsync(options, default)).Failure!.Kind);
        Assert.Equal(MailFailureKind.ConnectionRefused, (await Probe.FindTlsVersionsAsync(options, MailProtocol.Imap, default)).Failure!.Kind);
    }

    // Reads a ClientHello; answers with a ServerHello of TLS 1.0 if that is offered, else with the alert of RFC 5246 §E.1.
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
