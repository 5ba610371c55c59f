using System.Security.Authentication;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Smtp;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail.Tests;

/// <summary>Handshakes that fail for reasons other than the server's certificate.</summary>
public sealed class HandshakeTests : IClassFixture<TestAuthority>
{
    private readonly TestAuthority _authority;

    public HandshakeTests(TestAuthority authority) => _authority = authority;

    [Fact]
    public async Task A_plaintext_greeting_on_a_TLS_port_is_shown()
    {
        await using var server = new ScriptedServer("S: 220 mail.example.test ESMTP ready");
        var failure = await FailAsync(server);
        Assert.Equal(MailFailureKind.HandshakeFailed, failure.Kind);
        Assert.Equal(TlsPeerAnswerKind.Plaintext, failure.TlsAnswer!.Kind);
        Assert.Equal(Probes.PeerProtocol.Smtp, failure.Speaks);
        Assert.StartsWith("220 mail.example.test", failure.ServerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_is_named()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.Stream.WriteAsync(new byte[] { 21, 3, 3, 0, 2, 2, 40 }, connection.Stop);
            await connection.UntilClosedAsync();
        });
        var failure = await FailAsync(server);
        Assert.Equal(MailFailureKind.HandshakeFailed, failure.Kind);
        Assert.Equal(TlsPeerAnswerKind.Alert, failure.TlsAnswer!.Kind);
        Assert.Equal("handshake_failure", failure.TlsAnswer.AlertName);
    }

    [Fact]
    public async Task A_server_that_closes_instead_of_a_handshake_said_nothing()
    {
        await using var server = new ScriptedServer(_ => Task.CompletedTask);
        var failure = await FailAsync(server);
        Assert.Contains(failure.Kind, new[] { MailFailureKind.HandshakeFailed, MailFailureKind.Disconnected });
        Assert.Equal(TlsPeerAnswerKind.Nothing, failure.TlsAnswer!.Kind);
    }

    [Fact]
    public async Task Silence_instead_of_a_handshake_times_out()
    {
        await using var server = new ScriptedServer(connection => connection.UntilClosedAsync());
        var failure = await FailAsync(server, TimeSpan.FromMilliseconds(200));
        Assert.Equal(MailFailureKind.TimedOut, failure.Kind);
        Assert.Equal(TlsPeerAnswerKind.Nothing, failure.TlsAnswer!.Kind);
        Assert.Equal("TLS handshake", failure.Command);
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task A_server_that_requires_a_client_certificate_is_distinguished_from_one_that_fails(SslProtocols version)
    {
        var certificate = TestAuthority.Serve(_authority.Issue());
        await using var server = new ScriptedServer(connection => connection.SecureAskingAsync(certificate, insists: true, version));
        await using var session = new SmtpSession(server.Options(TlsMode.Implicit, TestAuthority.Host) with { Tls = new TlsOptions { ExtraRoots = _authority.Trusted } });
        await session.ConnectAsync(default);
        var secured = await session.SecureAsync(default);
        Assert.True(secured.Facts!.ClientCertificateAsked);
        // If the client's handshake is complete, the server's refusal comes instead of its first reply.
        var failure = secured.Failure ?? (await session.ReadGreetingAsync(default)).Failure;
        Assert.Equal(MailFailureKind.ClientCertificateRequired, failure!.Kind);
        Assert.Equal(failure, (await session.QuitAsync(default)).Failure);
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task A_server_that_requests_but_does_not_require_a_client_certificate_works(SslProtocols version)
    {
        var certificate = TestAuthority.Serve(_authority.Issue());
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SecureAskingAsync(certificate, insists: false, version);
            await connection.SendAsync("220 ready");
            await connection.ReadLineAsync();
        });
        await using var session = new SmtpSession(server.Options(TlsMode.Implicit, TestAuthority.Host) with { Tls = new TlsOptions { ExtraRoots = _authority.Trusted } });
        await session.ConnectAsync(default);
        Assert.True((await session.SecureAsync(default)).Facts!.ClientCertificateAsked);
        Assert.True((await session.ReadGreetingAsync(default)).Succeeded);
        // A later disconnect has nothing to do with it.
        Assert.Equal(MailFailureKind.Disconnected, (await session.EhloAsync("client", default)).Failure!.Kind);
    }

    private static async Task<MailFailure> FailAsync(ScriptedServer server, TimeSpan? reply = null)
    {
        var options = server.Options(TlsMode.Implicit, TestAuthority.Host) with { Timeouts = new MailTimeouts { Reply = reply ?? TimeSpan.FromSeconds(20) } };
        await using var session = new SmtpSession(options);
        Assert.True((await session.ConnectAsync(default)).Succeeded);
        var result = await session.SecureAsync(default);
        Assert.False(result.Succeeded);
        Assert.False(session.IsEncrypted);
        return result.Failure;
    }
}
