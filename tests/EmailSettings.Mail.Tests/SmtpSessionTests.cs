using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Smtp;
using EmailSettings.Testing.Servers;
using static EmailSettings.Mail.Tests.SessionRun;

namespace EmailSettings.Mail.Tests;

public sealed class SmtpSessionTests
{
    private static readonly string[] Opening = ["S: 220 mail.example.test ESMTP", "C: EHLO", "S: 250-mail.example.test", "S: 250-SIZE 36700160", "S: 250-8BITMIME", "S: 250-AUTH PLAIN LOGIN XOAUTH2 OAUTHBEARER", "S: 250 SMTPUTF8"];

    [Fact]
    public async Task Capabilities_are_read()
    {
        await using var server = new ScriptedServer(
            "S: 220 ready", "C: EHLO", "S: 250-mail.example.test greets you", "S: 250-size 1000", "S: 250-8BITMIME", "S: 250-PIPELINING", "S: 250-STARTTLS",
            "S: 250-AUTH login PLAIN", "S: 250-AUTH=LOGIN XOAUTH2", "S: 250-CHUNKING", "S: 250-BINARYMIME", "S: 250-SMTPUTF8", "S: 250-ENHANCEDSTATUSCODES", "S: 250 X-UNKNOWN");
        await using var session = await SmtpAsync(server.Options());
        var facts = (await session.EhloAsync("[127.0.0.1]", default)).Facts!;
        Assert.Equal(["LOGIN", "PLAIN", "XOAUTH2"], facts.AuthMechanisms);
        Assert.Equal(1000, facts.MaxSizeBytes);
        Assert.True(facts is { Extended: true, Size: true, EightBitMime: true, Pipelining: true, StartTls: true, Chunking: true, BinaryMime: true, SmtpUtf8: true, EnhancedStatusCodes: true });
        Assert.Equal(11, facts.Offered.Count);
        Assert.Equal(["EHLO [127.0.0.1]"], server.Received);
    }

    [Theory]
    [InlineData("SIZE", null)]
    [InlineData("SIZE 0", null)]
    [InlineData("SIZE x", null)]
    [InlineData("SIZE 99999999999999999999", null)]
    [InlineData("SIZE 35882577", 35882577L)]
    public async Task A_size_is_read_where_there_is_one(string line, long? size)
    {
        await using var server = new ScriptedServer("S: 220 ready", "C: EHLO", "S: 250-x", "S: 250 " + line);
        await using var session = await SmtpAsync(server.Options());
        var facts = (await session.EhloAsync("client", default)).Facts!;
        Assert.True(facts.Size);
        Assert.Equal(size, facts.MaxSizeBytes);
    }

    [Fact]
    public async Task HELO_follows_if_EHLO_is_not_supported()
    {
        await using var server = new ScriptedServer("S: 220 ready", "C: EHLO", "S: 502 what", "C: HELO", "S: 250 hello");
        await using var session = await SmtpAsync(server.Options());
        var facts = (await session.EhloAsync("client", default)).Facts!;
        Assert.False(facts.Extended);
        Assert.Equal(["EHLO client", "HELO client"], server.Received);
    }

    [Theory]
    [InlineData("421 4.3.2 later", MailFailureKind.Refused)]
    [InlineData("250-one\r\n251 two", MailFailureKind.Malformed)]
    [InlineData("25 x", MailFailureKind.Malformed)]
    [InlineData("999 x", MailFailureKind.Malformed)]
    [InlineData("354 x", MailFailureKind.Malformed)]
    public async Task A_bad_answer_to_EHLO_is_explained(string answer, MailFailureKind kind)
    {
        await using var server = new ScriptedServer("S: 220 ready", "C: EHLO", "S: " + answer);
        await using var session = await SmtpAsync(server.Options());
        var failure = (await session.EhloAsync("client", default)).Failure!;
        Assert.Equal(kind, failure.Kind);
        Assert.Equal("EHLO", failure.Command);
    }

    [Theory]
    [InlineData("AUTH")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("RSET")]
    [InlineData("DATA")]
    public async Task A_421_ends_the_session_whatever_it_answers(string command)
    {
        // 450 for the others: a server that only refuses does not end the session.
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendRawAsync("220 ready\r\n");
            await connection.ReadLineAsync();
            await connection.SendRawAsync("250-mail\r\n250 AUTH PLAIN\r\n");
            while (await connection.ReadLineAsync() is { } line)
                await connection.SendAsync(line.StartsWith(command, StringComparison.Ordinal) ? "421 4.7.0 closing" : "450 later");
        });
        await using var session = await SmtpReadyAsync(server);
        using var credential = Credential();
        List<MailFailure?> failures =
        [
            (await session.AuthenticateAsync(Request(SaslMechanism.Plain, credential), default)).Failure,
            (await session.MailFromAsync("a@example.test", null, default)).Failure,
            (await session.RcptToAsync("b@example.test", default)).Failure,
            (await session.RsetAsync(default)).Failure,
            (await session.DataAsync("x"u8.ToArray())).Failure,
            (await session.QuitAsync(default)).Failure,
        ];
        Assert.All(failures, failure => Assert.Equal(MailFailureKind.Refused, failure!.Kind));
        Assert.StartsWith(command, session.EndedBy!.Command, StringComparison.Ordinal);
        Assert.Equal(session.EndedBy, failures[^1]);
        Assert.StartsWith(command, server.Received[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task PLAIN_is_sent_with_its_initial_response()
    {
        await AssertSentAsync(SaslMechanism.Plain, ["C: AUTH", "S: 235 2.7.0 fine"], "AUTH PLAIN " + Base64("\0user@example.test\0pass word"));
    }

    [Fact]
    public async Task PLAIN_answers_a_server_that_still_sends_a_challenge()
    {
        await using var server = Server("C: AUTH", "S: 334 ", "C: *", "S: 501 cancelled");
        await using var session = await SmtpReadyAsync(server);
        using var credential = Credential();
        var result = await session.AuthenticateAsync(Request(SaslMechanism.Plain, credential), default);
        Assert.Equal(MailFailureKind.Refused, result.Failure!.Kind);
        Assert.Equal("*", server.Received[^1]);
    }

    [Fact]
    public async Task LOGIN_is_sent_in_two_answers()
    {
        await AssertSentAsync(SaslMechanism.Login, ["C: AUTH", "S: 334 VXNlcm5hbWU6", "C: user", "S: 334 UGFzc3dvcmQ6", "C: password", "S: 235 fine"],
            "AUTH LOGIN", Base64("user@example.test"), Base64("pass word"));
    }

    [Fact]
    public async Task XOAUTH2_is_sent_as_documented()
    {
        await AssertSentAsync(SaslMechanism.XOAuth2, ["C: AUTH", "S: 235 fine"], "AUTH XOAUTH2 " + Base64("user=user@example.test\u0001auth=Bearer tok.en\u0001\u0001"), "tok.en");
    }

    [Fact]
    public async Task OAUTHBEARER_is_sent_as_in_RFC_7628()
    {
        await using var server = Server("C: AUTH", "S: 235 fine");
        await using var session = await SmtpReadyAsync(server);
        using var credential = Credential("a=b,c", "tok");
        Assert.True((await session.AuthenticateAsync(Request(SaslMechanism.OAuthBearer, credential), default)).Succeeded);
        Assert.Equal("AUTH OAUTHBEARER " + Base64($"n,a=a=3Db=2Cc,\u0001host=127.0.0.1\u0001port={server.Port}\u0001auth=Bearer tok\u0001\u0001"), server.Received[^1]);
    }

    [Fact]
    public async Task A_long_token_waits_for_a_challenge()
    {
        var token = new string('t', 2000);
        await AssertSentAsync(SaslMechanism.XOAuth2, ["C: AUTH", "S: 334 ", "C: token", "S: 235 fine"], "AUTH XOAUTH2", Base64($"user=user@example.test\u0001auth=Bearer {token}\u0001\u0001"), token);
    }

    [Fact]
    public async Task The_error_of_XOAUTH2_is_answered_and_decoded()
    {
        await using var server = Server("C: AUTH", "S: 334 " + Base64("""{"status":"400","schemes":"Bearer","scope":"https://mail.google.com/"}"""), "C: ", "S: 535-5.7.8 Username and Password not accepted.", "S: 535 5.7.8 https://support.google.com/");
        await using var session = await SmtpReadyAsync(server);
        using var credential = Credential(secret: "token");
        var result = await session.AuthenticateAsync(Request(SaslMechanism.XOAuth2, credential), default);
        Assert.Equal(string.Empty, server.Received[^1]);
        Assert.Equal(new OAuthErrorFacts { Status = "400", Schemes = "Bearer", Scope = "https://mail.google.com/" }, result.Facts!.OAuthError);
        var reply = Assert.IsType<SmtpReply>(result.Failure!.Reply);
        Assert.Equal((535, "5.7.8"), (reply.Code, reply.EnhancedStatus.ToString()));
        Assert.Equal("AUTH XOAUTH2", result.Failure.Command);
    }

    [Fact]
    public async Task The_error_of_OAUTHBEARER_is_answered_with_a_lone_control_A()
    {
        await using var server = Server("C: AUTH", "S: 334 " + Base64("""{"status":"invalid_token"}"""), "C: AQ==", "S: 535 no");
        await using var session = await SmtpReadyAsync(server);
        using var credential = Credential(secret: "token");
        var result = await session.AuthenticateAsync(Request(SaslMechanism.OAuthBearer, credential), default);
        Assert.Equal("invalid_token", result.Facts!.OAuthError!.Status);
        Assert.Equal("AQ==", server.Received[^1]);
    }

    [Fact]
    public async Task An_endless_exchange_is_malformed()
    {
        await using var server = Server([.. Enumerable.Repeat<string[]>(["C: ", "S: 334 a"], 8).SelectMany(lines => lines)]);
        await using var session = await SmtpReadyAsync(server);
        using var credential = Credential();
        Assert.Equal(MailFailureKind.Malformed, (await session.AuthenticateAsync(Request(SaslMechanism.Login, credential), default)).Failure!.Kind);
    }

    [Theory]
    [InlineData(TlsMode.None, false)]
    [InlineData(TlsMode.StartTls, true)]
    public async Task A_secret_is_not_sent_without_TLS(TlsMode mode, bool allowed)
    {
        await using var server = Server();
        await using var session = await SmtpAsync(server.Options(mode));
        await session.EhloAsync("client", default);
        using var credential = Credential();
        var request = Request(SaslMechanism.Plain, credential) with { AllowPlaintext = allowed };
        Assert.Equal(MailFailureKind.PlaintextNotAllowed, (await session.AuthenticateAsync(request, default)).Failure!.Kind);
        Assert.Equal(["EHLO client"], server.Received);
    }

    [Fact]
    public async Task No_mail_command_is_sent_before_a_required_STARTTLS()
    {
        await using var server = Server();
        await using var session = await SmtpAsync(server.Options(TlsMode.StartTls));
        await session.EhloAsync("client", default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.MailFromAsync("a@example.test", null, default));
    }

    [Fact]
    public async Task The_envelope_says_what_the_server_offers()
    {
        await using var server = Server("C: MAIL", "S: 250 2.1.0 ok", "C: RCPT", "S: 550 5.7.1 relay denied", "C: RSET", "S: 250 ok", "C: QUIT", "S: 221 bye");
        await using var session = await SmtpReadyAsync(server);
        Assert.True((await session.MailFromAsync("a@example.test", new MailFromParameters { SizeBytes = 5000, EightBit = true }, default)).Succeeded);
        var refused = await session.RcptToAsync("\"b c\"@example.test", default);
        Assert.Equal("5.7.1", ((SmtpReply)refused.Failure!.Reply!).EnhancedStatus.ToString());
        Assert.True((await session.RsetAsync(default)).Succeeded);
        Assert.True((await session.QuitAsync(default)).Succeeded);
        Assert.Equal(["MAIL FROM:<a@example.test> SIZE=5000 BODY=8BITMIME", "RCPT TO:<\"b c\"@example.test>", "RSET", "QUIT"], server.Received.Skip(1));
        Assert.Equal(MailFailureKind.Disconnected, (await session.RsetAsync(default)).Failure!.Kind);
    }

    [Theory]
    [InlineData("a@example.test>\r\nRCPT TO:<b@example.test")]
    [InlineData("a@example.test\0")]
    [InlineData("a@example.test> SIZE=1 <")]
    [InlineData("a b@example.test")]
    [InlineData("\"a@example.test")]
    public async Task An_address_with_line_breaks_is_refused_before_anything_is_sent(string address)
    {
        await using var server = Server("C: RSET", "S: 250 ok");
        await using var session = await SmtpReadyAsync(server);
        Assert.Equal(MailFailureKind.InvalidInput, (await session.MailFromAsync(address, null, default)).Failure!.Kind);
        Assert.Equal(MailFailureKind.InvalidInput, (await session.RcptToAsync(address, default)).Failure!.Kind);
        Assert.True((await session.RsetAsync(default)).Succeeded);
        Assert.Equal("RSET", server.Received[1]);
    }

    [Theory]
    [InlineData(SaslMechanism.Plain, "us\rer", "secret")]
    [InlineData(SaslMechanism.Login, "us\ner", "secret")]
    [InlineData(SaslMechanism.Plain, "us\0er", "secret")]
    [InlineData(SaslMechanism.Plain, "user", "sec\0ret")]
    [InlineData(SaslMechanism.XOAuth2, "us\u0001er", "token")]
    [InlineData(SaslMechanism.XOAuth2, "user", "tok\u0001en")]
    [InlineData(SaslMechanism.OAuthBearer, "user", "tok en")]
    [InlineData(SaslMechanism.OAuthBearer, "user", "")]
    public async Task Credentials_with_NUL_or_line_breaks_are_refused_before_anything_is_sent(SaslMechanism mechanism, string user, string secret)
    {
        await using var server = Server();
        await using var session = await SmtpReadyAsync(server);
        using var credential = Credential(user, secret);
        Assert.Equal(MailFailureKind.InvalidInput, (await session.AuthenticateAsync(Request(mechanism, credential), default)).Failure!.Kind);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task Our_own_name_is_refused_where_it_breaks_out()
    {
        await using var server = Server();
        await using var session = await SmtpAsync(server.Options());
        Assert.Equal(MailFailureKind.InvalidInput, (await session.EhloAsync("client\r\nQUIT", default)).Failure!.Kind);
    }

    [Fact]
    public async Task An_address_beyond_ASCII_needs_SMTPUTF8()
    {
        await using var server = new ScriptedServer("S: 220 ready", "C: EHLO", "S: 250 plain");
        await using var session = await SmtpReadyAsync(server);
        Assert.Equal(MailFailureKind.NotOffered, (await session.MailFromAsync("jürgen@example.test", null, default)).Failure!.Kind);
    }

    private static ScriptedServer Server(params string[] rest) => new([.. Opening, .. rest]);

    private static async Task AssertSentAsync(SaslMechanism mechanism, string[] rest, params string[] sentAndToken)
    {
        var isToken = mechanism == SaslMechanism.XOAuth2;
        var sent = isToken ? sentAndToken[..^1] : sentAndToken;
        await using var server = Server(rest);
        await using var session = await SmtpReadyAsync(server);
        using var credential = Credential(secret: isToken ? sentAndToken[^1] : "pass word");
        var result = await session.AuthenticateAsync(Request(mechanism, credential), default);
        Assert.True(result.Succeeded);
        Assert.Equal(SaslSelection.NameOf(mechanism), result.Facts.Mechanism);
        Assert.Equal(sent, server.Received.Skip(1));
    }
}
