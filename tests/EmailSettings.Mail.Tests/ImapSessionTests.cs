using System.Text;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Sasl;
using EmailSettings.Testing.Servers;
using static EmailSettings.Mail.Tests.SessionRun;

namespace EmailSettings.Mail.Tests;

public sealed class ImapSessionTests
{
    [Fact]
    public async Task Capabilities_are_read()
    {
        await using var server = Server("C: CAPABILITY", "S: * CAPABILITY IMAP4rev1 sasl-ir AUTH=PLAIN auth=xoauth2 IDLE LITERAL+ STARTTLS LOGINDISABLED APPENDLIMIT=35651584", "S: A1 OK done");
        await using var session = await ImapAsync(server.Options());
        var facts = (await session.CapabilityAsync(default)).Facts!;
        Assert.Equal(["PLAIN", "XOAUTH2"], facts.AuthMechanisms);
        Assert.True(facts is { Imap4: true, SaslIr: true, Idle: true, LiteralPlus: true, StartTls: true, LoginDisabled: true, AppendLimit: true, AppendLimitBytes: 35651584 });
    }

    [Fact]
    public async Task LOGIN_uses_quoted_strings_where_possible()
    {
        await using var server = Server("C: LOGIN", "S: * CAPABILITY IMAP4rev1 IDLE", "S: A1 OK [CAPABILITY IMAP4rev1 MOVE] in");
        await using var session = await ImapAsync(server.Options());
        using var credential = Credential(secret: "pa\"ss\\word");
        var result = await session.LoginAsync(credential, true, default);
        Assert.True(result.Succeeded);
        Assert.Equal(["A1 LOGIN \"user@example.test\" \"pa\\\"ss\\\\word\""], server.Received);
        Assert.Equal(["IMAP4rev1", "MOVE"], session.Capabilities!.Offered);
    }

    [Fact]
    public async Task LOGIN_otherwise_uses_literals()
    {
        await using var server = Server("C: LOGIN", "S: + go", "C: secret", "S: A1 OK in");
        await using var session = await ImapAsync(server.Options());
        using var credential = Credential(secret: "pässword");
        Assert.True((await session.LoginAsync(credential, true, default)).Succeeded);
        Assert.Equal(["A1 LOGIN \"user@example.test\" {9}", Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("pässword"))], server.Received);
    }

    [Fact]
    public async Task LOGIN_that_is_disabled_is_not_sent()
    {
        await using var server = Server("C: CAPABILITY", "S: * CAPABILITY IMAP4rev1 LOGINDISABLED", "S: A1 OK done");
        await using var session = await ImapAsync(server.Options());
        await session.CapabilityAsync(default);
        using var credential = Credential();
        Assert.Equal(MailFailureKind.NotOffered, (await session.LoginAsync(credential, true, default)).Failure!.Kind);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task AUTHENTICATE_sends_its_initial_response_where_SASL_IR_is_offered()
    {
        await using var server = new ScriptedServer("S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] x", "C: AUTHENTICATE", "S: A1 OK in");
        await using var session = await ImapAsync(server.Options());
        using var credential = Credential();
        Assert.True((await session.AuthenticateAsync(Request(SaslMechanism.Plain, credential), default)).Succeeded);
        Assert.Equal(["A1 AUTHENTICATE PLAIN " + Base64("\0user@example.test\0pass word")], server.Received);
    }

    [Fact]
    public async Task AUTHENTICATE_waits_where_SASL_IR_is_not_offered()
    {
        await using var server = Server("C: AUTHENTICATE", "S: +", "C: response", "S: A1 NO [AUTHENTICATIONFAILED] Invalid credentials");
        await using var session = await ImapAsync(server.Options());
        using var credential = Credential();
        var result = await session.AuthenticateAsync(Request(SaslMechanism.Plain, credential), default);
        Assert.Equal(["A1 AUTHENTICATE PLAIN", Base64("\0user@example.test\0pass word")], server.Received);
        Assert.Equal("AUTHENTICATIONFAILED", Assert.IsType<ImapReply>(result.Failure!.Reply).ResponseCode);
        Assert.Equal("AUTHENTICATE PLAIN", result.Failure.Command);
    }

    [Fact]
    public async Task The_error_of_XOAUTH2_is_answered_and_decoded()
    {
        await using var server = Server("C: AUTHENTICATE", "S: + ", "C: response", "S: + " + Base64("""{"status":400,"schemes":"Bearer","scope":"x"}"""), "C: ", "S: A1 NO AUTHENTICATE failed.");
        await using var session = await ImapAsync(server.Options());
        using var credential = Credential(secret: "token");
        var result = await session.AuthenticateAsync(Request(SaslMechanism.XOAuth2, credential), default);
        Assert.Equal(MailFailureKind.Refused, result.Failure!.Kind);
        Assert.Equal(new OAuthErrorFacts { Status = "400", Schemes = "Bearer", Scope = "x" }, result.Facts!.OAuthError);
        Assert.Equal(string.Empty, server.Received[^1]);
        Assert.Equal("NO AUTHENTICATE failed.", result.Failure.ServerText);
    }

    [Theory]
    [InlineData("bm8ganNvbg==")]
    [InlineData("!!!")]
    [InlineData("e30=")]
    [InlineData("W10=")]
    [InlineData("eyJzdGF0dXMiOiJcdWQ4MDAifQ==")]
    public async Task An_error_that_cannot_be_read_is_answered_all_the_same(string challenge)
    {
        await using var server = Server("C: AUTHENTICATE", "S: + ", "C: response", "S: + " + challenge, "C: ", "S: A1 NO no");
        await using var session = await ImapAsync(server.Options());
        using var credential = Credential(secret: "token");
        var result = await session.AuthenticateAsync(Request(SaslMechanism.XOAuth2, credential), default);
        Assert.Equal(MailFailureKind.Refused, result.Failure!.Kind);
        Assert.Null(result.Facts!.OAuthError?.Status);
    }

    [Fact]
    public async Task EXAMINE_counts()
    {
        await using var server = Server("C: EXAMINE", "S: * FLAGS (\\Seen)", "S: * 17 EXISTS", "S: * 0 RECENT", "S: * OK [UIDVALIDITY 3857529045] x", "S: * OK [UIDNEXT 4392] x", "S: A1 OK [READ-ONLY] done");
        await using var session = await ImapAsync(server.Options());
        var facts = (await session.ExamineAsync("IN\"BOX", default)).Facts!;
        Assert.Equal((17L, 3857529045u, 4392u), (facts.Messages, facts.UidValidity, facts.UidNext));
        Assert.Equal("READ-ONLY", facts.Reply.ResponseCode);
        Assert.Equal(["A1 EXAMINE \"IN\\\"BOX\""], server.Received);
    }

    [Fact]
    public async Task A_login_without_effect_is_reported()
    {
        await using var server = Server("C: EXAMINE", "S: A1 BAD User is authenticated but not connected.");
        await using var session = await ImapAsync(server.Options());
        var failure = (await session.ExamineAsync("INBOX", default)).Failure!;
        Assert.Equal(ImapStatus.Bad, Assert.IsType<ImapReply>(failure.Reply).Kind);
        Assert.Equal("BAD User is authenticated but not connected.", failure.ServerText);
    }

    [Theory]
    [InlineData("A9 OK not mine")]
    [InlineData("nonsense")]
    [InlineData("+ go on")]
    [InlineData("A1 MAYBE")]
    [InlineData("A1")]
    [InlineData("")]
    public async Task An_invalid_answer_is_malformed(string line)
    {
        await using var server = Server("C: EXAMINE", "S: " + line);
        await using var session = await ImapAsync(server.Options());
        var failure = (await session.ExamineAsync("INBOX", default)).Failure!;
        Assert.Equal(MailFailureKind.Malformed, failure.Kind);
        Assert.Equal("EXAMINE", failure.Command);
    }

    [Fact]
    public async Task A_BYE_before_the_disconnect_is_the_failure()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendAsync("* OK ready");
            await connection.ReadLineAsync();
            await connection.SendAsync("* BYE Too many connections");
        });
        await using var session = await ImapAsync(server.Options());
        var failure = (await session.ExamineAsync("INBOX", default)).Failure!;
        Assert.Equal(MailFailureKind.Refused, failure.Kind);
        Assert.Equal("BYE Too many connections", failure.ServerText);
    }

    [Theory]
    [InlineData("CAPABILITY")]
    [InlineData("STARTTLS")]
    [InlineData("LOGIN")]
    [InlineData("AUTHENTICATE")]
    [InlineData("EXAMINE")]
    public async Task A_goodbye_ends_the_command_and_the_session_though_the_connection_stays_open(string command)
    {
        await using var server = new ScriptedServer(
            "S: * OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN] ready", "C: any", "S: * NO [ALERT] Disk full", "S: * BYE [UNAVAILABLE] Shutting down");
        await using var session = await ImapAsync(server.Options());
        using var credential = Credential();
        var failure = command switch
        {
            "CAPABILITY" => (await session.CapabilityAsync(default)).Failure,
            "STARTTLS" => (await session.StartTlsAsync(default)).Failure,
            "LOGIN" => (await session.LoginAsync(credential, true, default)).Failure,
            "AUTHENTICATE" => (await session.AuthenticateAsync(Request(SaslMechanism.Plain, credential), default)).Failure,
            _ => (await session.ExamineAsync("INBOX", default)).Failure,
        };
        Assert.Equal(MailFailureKind.Refused, failure!.Kind);
        Assert.StartsWith(command, failure.Command, StringComparison.Ordinal);
        var reply = Assert.IsType<ImapReply>(failure.Reply);
        Assert.Equal((ImapStatus.Bye, "UNAVAILABLE"), (reply.Kind, reply.ResponseCode));
        Assert.Equal(["[UNAVAILABLE] Shutting down", "[ALERT] Disk full"], reply.Lines);
        Assert.Equal(failure, session.EndedBy);
        Assert.Equal(failure, (await session.QuitAsync(default)).Failure);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task The_BYE_in_reply_to_LOGOUT_is_not_a_failure()
    {
        await using var server = Server("C: LOGOUT", "S: * BYE until then", "S: A1 OK out");
        await using var session = await ImapAsync(server.Options());
        Assert.True((await session.QuitAsync(default)).Succeeded);
    }

    [Theory]
    [InlineData("IN\r\nBOX")]
    [InlineData("IN\0BOX")]
    public async Task A_mailbox_with_line_breaks_is_refused_before_anything_is_sent(string mailbox)
    {
        await using var server = Server();
        await using var session = await ImapAsync(server.Options());
        Assert.Equal(MailFailureKind.InvalidInput, (await session.ExamineAsync(mailbox, default)).Failure!.Kind);
        Assert.Empty(server.Received);
    }

    [Theory]
    [InlineData("us\r\ner", "secret")]
    [InlineData("us\0er", "secret")]
    [InlineData("user", "sec\0ret")]
    public async Task LOGIN_refuses_what_breaks_out(string user, string secret)
    {
        await using var server = Server();
        await using var session = await ImapAsync(server.Options());
        using var credential = Credential(user, secret);
        Assert.Equal(MailFailureKind.InvalidInput, (await session.LoginAsync(credential, true, default)).Failure!.Kind);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task LOGIN_is_not_sent_without_TLS_by_default()
    {
        await using var server = Server();
        await using var session = await ImapAsync(server.Options());
        using var credential = Credential();
        Assert.Equal(MailFailureKind.PlaintextNotAllowed, (await session.LoginAsync(credential, false, default)).Failure!.Kind);
        Assert.Empty(server.Received);
    }

    private static ScriptedServer Server(params string[] lines) => new(["S: * OK ready", .. lines]);
}
