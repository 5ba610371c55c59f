using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Probes;
using EmailSettings.Mail.Smtp;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Mail.Tests;

public sealed class GreetingTests
{
    [Theory]
    [InlineData(MailProtocol.Smtp, "554 no service here", MailFailureKind.Refused, null)]
    [InlineData(MailProtocol.Smtp, "421 4.7.0 too many connections", MailFailureKind.Refused, null)]
    [InlineData(MailProtocol.Smtp, "* OK IMAP4rev1 ready", MailFailureKind.NotThisProtocol, PeerProtocol.Imap)]
    [InlineData(MailProtocol.Smtp, "+OK POP3 ready", MailFailureKind.NotThisProtocol, PeerProtocol.Pop3)]
    [InlineData(MailProtocol.Smtp, "SSH-2.0-OpenSSH_9.2", MailFailureKind.NotThisProtocol, PeerProtocol.Ssh)]
    [InlineData(MailProtocol.Smtp, "HTTP/1.1 400 Bad Request", MailFailureKind.NotThisProtocol, PeerProtocol.Http)]
    [InlineData(MailProtocol.Smtp, "220 (vsFTPd 3.0.3)", MailFailureKind.NotThisProtocol, PeerProtocol.Ftp)]
    [InlineData(MailProtocol.Smtp, "hello", MailFailureKind.Malformed, null)]
    [InlineData(MailProtocol.Smtp, "354 go on", MailFailureKind.Malformed, null)]
    [InlineData(MailProtocol.Smtp, "\u0000\u00ff\u00fe\u0080", MailFailureKind.Malformed, null)]
    [InlineData(MailProtocol.Imap, "* BYE Too many connections", MailFailureKind.Refused, null)]
    [InlineData(MailProtocol.Imap, "220 mail.example.test ESMTP", MailFailureKind.NotThisProtocol, PeerProtocol.Smtp)]
    [InlineData(MailProtocol.Imap, "+OK POP3 ready", MailFailureKind.NotThisProtocol, PeerProtocol.Pop3)]
    [InlineData(MailProtocol.Imap, "* 5 EXISTS", MailFailureKind.Malformed, null)]
    [InlineData(MailProtocol.Imap, "* LIST {5}", MailFailureKind.TooLong, null)]
    public async Task An_invalid_greeting_is_explained(MailProtocol protocol, string line, MailFailureKind kind, PeerProtocol? speaks)
    {
        await using var server = new ScriptedServer("S: " + line);
        var failure = await GreetAsync(protocol, server.Options());
        Assert.Equal(kind, failure!.Kind);
        Assert.Equal(speaks, failure.Speaks);
        Assert.Null(failure.Command);
        Assert.NotNull(failure.ServerText);
    }

    [Fact]
    public async Task A_refusal_keeps_code_and_text()
    {
        await using var server = new ScriptedServer("S: 554-5.7.1 go", "S: 554 5.7.1 away");
        var reply = Assert.IsType<SmtpReply>((await GreetAsync(MailProtocol.Smtp, server.Options()))!.Reply);
        Assert.Equal(554, reply.Code);
        Assert.Equal(new EnhancedStatusCode(5, 7, 1), reply.EnhancedStatus);
        Assert.Equal("5.7.1 go\n5.7.1 away", reply.Text);
    }

    [Fact]
    public async Task The_text_of_a_goodbye_is_kept()
    {
        await using var server = new ScriptedServer("S: * BYE [UNAVAILABLE] Too many connections");
        var reply = Assert.IsType<ImapReply>((await GreetAsync(MailProtocol.Imap, server.Options()))!.Reply);
        Assert.Equal(ImapStatus.Bye, reply.Kind);
        Assert.Equal("UNAVAILABLE", reply.ResponseCode);
        Assert.Equal("[UNAVAILABLE] Too many connections", reply.Text);
    }

    [Fact]
    public async Task PREAUTH_is_seen()
    {
        await using var server = new ScriptedServer("S: * PREAUTH [CAPABILITY IMAP4rev1 IDLE] welcome {12}");
        await using var session = new ImapSession(server.Options());
        await session.ConnectAsync(default);
        var result = await session.ReadGreetingAsync(default);
        Assert.True(result.Facts!.PreAuthenticated);
        Assert.True(session.Capabilities!.Idle);
        Assert.Equal("* PREAUTH [CAPABILITY IMAP4rev1 IDLE] welcome {12}", result.Facts.Line);
    }

    [Theory]
    [InlineData(MailProtocol.Smtp)]
    [InlineData(MailProtocol.Imap)]
    public async Task Silence_times_out(MailProtocol protocol)
    {
        await using var server = new ScriptedServer(connection => connection.UntilClosedAsync());
        var failure = await GreetAsync(protocol, server.Options().Short());
        Assert.Equal(MailFailureKind.TimedOut, failure!.Kind);
        Assert.Null(failure.ServerText);
    }

    [Theory]
    [InlineData(MailProtocol.Smtp)]
    [InlineData(MailProtocol.Imap)]
    public async Task A_partial_greeting_times_out_and_is_shown(MailProtocol protocol)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendRawAsync("220 mail.exa");
            await connection.UntilClosedAsync();
        });
        var failure = await GreetAsync(protocol, server.Options().Short());
        Assert.Equal(MailFailureKind.TimedOut, failure!.Kind);
        Assert.Equal("220 mail.exa", failure.ServerText);
    }

    [Fact]
    public async Task A_slow_drip_of_bytes_does_not_extend_the_deadline()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            while (true)
            {
                await connection.SendRawAsync("220-x\r\n");
                await Task.Delay(20, connection.Stop);
            }
        });
        var failure = await GreetAsync(MailProtocol.Smtp, server.Options().Short());
        Assert.Equal(MailFailureKind.TimedOut, failure!.Kind);
    }

    [Theory]
    [InlineData(MailProtocol.Smtp, "220-endless\r\n")]
    [InlineData(MailProtocol.Smtp, "x")]
    [InlineData(MailProtocol.Imap, "x")]
    public async Task An_endless_greeting_is_too_long(MailProtocol protocol, string piece)
    {
        var block = string.Concat(Enumerable.Repeat(piece, 1000));
        await using var server = new ScriptedServer(async connection =>
        {
            while (true)
                await connection.SendRawAsync(block);
        });
        Assert.Equal(MailFailureKind.TooLong, (await GreetAsync(protocol, server.Options()))!.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("220 mail.exa")]
    public async Task A_server_that_closes_is_disconnected(string text)
    {
        await using var server = new ScriptedServer(connection => connection.SendRawAsync(text));
        var failure = await GreetAsync(MailProtocol.Smtp, server.Options());
        Assert.Equal(MailFailureKind.Disconnected, failure!.Kind);
    }

    private static async Task<MailFailure?> GreetAsync(MailProtocol protocol, MailSessionOptions options)
    {
        var factory = new MailSessionFactory();
        await using IMailSession session = protocol == MailProtocol.Smtp ? factory.CreateSmtp(options) : factory.CreateImap(options);
        Assert.True((await session.ConnectAsync(default)).Succeeded);
        var result = await session.ReadGreetingAsync(default);
        Assert.False(result.Succeeded);
        return result.Failure;
    }
}
