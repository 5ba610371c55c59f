using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Smtp;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;
using EmailSettings.Mail.Tls;

using static EmailSettings.Mail.Tests.SessionRun;

namespace EmailSettings.Mail.Tests;

public sealed class StartTlsTests : IClassFixture<TestAuthority>
{
    private readonly TestAuthority _authority;

    public StartTlsTests(TestAuthority authority) => _authority = authority;

    [Fact]
    public async Task SMTP_continues_over_TLS_and_sends_EHLO_again()
    {
        var certificate = TestAuthority.Serve(_authority.Issue());
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendAsync("220 ready");
            await connection.ReadLineAsync();
            await connection.SendRawAsync("250-mail\r\n250-AUTH PLAIN\r\n250 STARTTLS\r\n");
            await connection.ReadLineAsync();
            await connection.SendAsync("220 go ahead");
            await connection.SecureAsync(certificate);
            await connection.PlayAsync("C: EHLO", "S: 250-mail", "S: 250 AUTH XOAUTH2", "C: AUTH", "S: 235 fine", "C: QUIT", "S: 221 bye");
        });
        await using var session = await SmtpAsync(Options(server));
        Assert.True((await session.EhloAsync("client", default)).Facts!.StartTls);
        Assert.True((await session.StartTlsAsync(default)).Facts!.Accepted);
        Assert.Null(session.Capabilities);
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.EhloAsync("client", default));
        Assert.True((await session.SecureAsync(default)).Succeeded);
        Assert.Equal(["XOAUTH2"], (await session.EhloAsync("client", default)).Facts!.AuthMechanisms);
        using var credential = Credential(secret: "token");
        Assert.True((await session.AuthenticateAsync(new() { Mechanism = Sasl.SaslMechanism.XOAuth2, Credential = credential }, default)).Succeeded);
        Assert.True((await session.QuitAsync(default)).Succeeded);
    }

    [Fact]
    public async Task IMAP_continues_over_TLS_and_sends_CAPABILITY_again()
    {
        var certificate = TestAuthority.Serve(_authority.Issue());
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendAsync("* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] ready");
            await connection.ReadLineAsync();
            await connection.SendAsync("A1 OK begin");
            await connection.SecureAsync(certificate);
            await connection.PlayAsync("C: CAPABILITY", "S: * CAPABILITY IMAP4rev1 AUTH=PLAIN", "S: A2 OK done", "C: LOGIN", "S: A3 OK in", "C: LOGOUT", "S: * BYE bye", "S: A4 OK out");
        });
        await using var session = await ImapAsync(Options(server));
        Assert.True(session.Capabilities!.LoginDisabled);
        Assert.True((await session.StartTlsAsync(default)).Succeeded);
        Assert.True((await session.SecureAsync(default)).Succeeded);
        Assert.Equal(["PLAIN"], (await session.CapabilityAsync(default)).Facts!.AuthMechanisms);
        using var credential = Credential();
        Assert.True((await session.LoginAsync(credential, false, default)).Succeeded);
        Assert.True((await session.QuitAsync(default)).Succeeded);
    }

    [Theory]
    [InlineData("220 go ahead\r\n250 injected\r\n", 14)]
    [InlineData("220 go ahead\r\n\n", 1)]
    public async Task Bytes_before_our_ClientHello_are_discarded_and_reported(string answer, int bytes)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendAsync("220 ready");
            await connection.ReadLineAsync();
            await connection.SendRawAsync("250-mail\r\n250 STARTTLS\r\n");
            await connection.ReadLineAsync();
            await connection.SendRawAsync(answer);
            await connection.UntilClosedAsync();
        });
        await using var session = await SmtpAsync(Options(server));
        await session.EhloAsync("client", default);
        var result = await session.StartTlsAsync(default);
        Assert.Equal(MailFailureKind.Injection, result.Failure!.Kind);
        Assert.Equal(bytes, result.Facts!.InjectedBytes);
        Assert.True(result.Facts.Accepted);
        Assert.DoesNotContain(session.Transcript.Lines, line => line.Text.Contains("injected", StringComparison.Ordinal));
        Assert.Equal(MailFailureKind.Injection, (await session.EhloAsync("client", default)).Failure!.Kind);
    }

    [Fact]
    public async Task Plaintext_instead_of_the_handshake_is_never_treated_as_a_reply()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendAsync("220 ready");
            await connection.ReadLineAsync();
            await connection.SendRawAsync("250-mail\r\n250 STARTTLS\r\n");
            await connection.ReadLineAsync();
            await connection.SendAsync("220 go ahead");
            await connection.Stream.ReadExactlyAsync(new byte[5], connection.Stop);
            await connection.SendRawAsync("250-mail\r\n250 AUTH PLAIN\r\n235 welcome\r\n");
            await connection.UntilClosedAsync();
        });
        await using var session = await SmtpAsync(Options(server));
        await session.EhloAsync("client", default);
        Assert.True((await session.StartTlsAsync(default)).Succeeded);
        var result = await session.SecureAsync(default);
        Assert.Equal(MailFailureKind.HandshakeFailed, result.Failure!.Kind);
        Assert.Equal(TlsPeerAnswerKind.Plaintext, result.Failure.TlsAnswer!.Kind);
        using var credential = Credential();
        Assert.Equal(MailFailureKind.HandshakeFailed, (await session.AuthenticateAsync(Request(Sasl.SaslMechanism.Plain, credential), default)).Failure!.Kind);
    }

    [Fact]
    public async Task STARTTLS_that_is_not_offered_is_not_sent()
    {
        await using var server = new ScriptedServer("S: 220 ready", "C: EHLO", "S: 250 plain");
        await using var session = await SmtpAsync(Options(server));
        await session.EhloAsync("client", default);
        var result = await session.StartTlsAsync(default);
        Assert.Equal(MailFailureKind.NotOffered, result.Failure!.Kind);
        Assert.False(result.Facts!.Offered);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task STARTTLS_that_is_refused_leaves_the_connection_as_it_was()
    {
        await using var server = new ScriptedServer("S: 220 ready", "C: EHLO", "S: 250-x", "S: 250 STARTTLS", "C: STARTTLS", "S: 454 4.7.0 no TLS now", "C: QUIT", "S: 221 bye");
        await using var session = await SmtpAsync(Options(server));
        await session.EhloAsync("client", default);
        var result = await session.StartTlsAsync(default);
        Assert.Equal(MailFailureKind.Refused, result.Failure!.Kind);
        Assert.Equal(454, Assert.IsType<SmtpReply>(result.Facts!.Reply).Code);
        Assert.True((await session.QuitAsync(default)).Succeeded);
    }

    [Theory]
    [InlineData("250 fine")]
    [InlineData("235 fine")]
    [InlineData("334 fine")]
    public async Task STARTTLS_answered_with_a_code_other_than_220_is_not_accepted(string answer)
    {
        await using var server = new ScriptedServer("S: 220 ready", "C: EHLO", "S: 250-x", "S: 250 STARTTLS", "C: STARTTLS", "S: " + answer);
        await using var session = await SmtpAsync(Options(server));
        await session.EhloAsync("client", default);
        var result = await session.StartTlsAsync(default);
        Assert.Equal(MailFailureKind.Malformed, result.Failure!.Kind);
        Assert.Equal(answer, result.Failure.ServerText);
        Assert.False(result.Facts!.Accepted);
    }

    [Fact]
    public async Task STARTTLS_that_IMAP_refuses_is_reported()
    {
        await using var server = new ScriptedServer("S: * OK [CAPABILITY IMAP4rev1 STARTTLS] x", "C: STARTTLS", "S: A1 BAD no");
        await using var session = await ImapAsync(Options(server));
        var result = await session.StartTlsAsync(default);
        Assert.Equal(ImapStatus.Bad, Assert.IsType<ImapReply>(result.Failure!.Reply).Kind);
    }

    private MailSessionOptions Options(ScriptedServer server) =>
        server.Options(TlsMode.StartTls, TestAuthority.Host) with { Tls = new TlsOptions { ExtraRoots = _authority.Trusted } };
}
