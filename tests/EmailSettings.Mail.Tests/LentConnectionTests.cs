using System.Text;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Smtp;
using EmailSettings.Testing.Servers;
using EmailSettings.Mail.Transcripts;
using static EmailSettings.Mail.Tests.SessionRun;

namespace EmailSettings.Mail.Tests;

public sealed class LentConnectionTests
{
    [Fact]
    public async Task A_message_is_sent_as_the_client_wrote_it_and_is_not_shown()
    {
        await using var server = Smtp("C: DATA", "S: 354 go on", "C: Subject: x", "C: ", "C: ..", "C: .", "S: 250 2.0.0 queued as 12345");
        await using var session = await SmtpReadyAsync(server);
        var result = await session.DataAsync("Subject: x\r\n\r\n.."u8.ToArray());
        Assert.Equal("2.0.0 queued as 12345", result.Facts!.Text);
        Assert.Equal(["EHLO client.example.test", "DATA", "Subject: x", "", "..", "."], server.Received);
        Assert.DoesNotContain(session.Transcript.Lines, line => line.Text.Contains("Subject", StringComparison.Ordinal));
        Assert.Contains(session.Transcript.Lines, line => line is { Direction: TranscriptDirection.Client, Text: "[message, 21 bytes]" });
        Assert.Null((await session.QuitAsync(default)).Failure?.Argument);
    }

    [Theory]
    [InlineData("552 5.3.4 too large")]
    [InlineData("451 4.3.0 later")]
    public async Task A_message_refused_at_its_end_keeps_the_reply_as_it_came(string reply)
    {
        await using var server = Smtp("C: DATA", "S: 354 go on", "C: x", "C: .", "S: 550-" + reply, "S: " + "550 " + reply);
        await using var session = await SmtpReadyAsync(server);
        var failure = (await session.DataAsync("x"u8.ToArray())).Failure!;
        Assert.Equal((MailFailureKind.Refused, SmtpCommands.EndOfData), (failure.Kind, failure.Command));
        Assert.Equal([reply, reply], failure.Reply!.Lines);
        Assert.Null(session.EndedBy);
    }

    [Fact]
    public async Task A_refusal_before_the_message_names_its_command()
    {
        await using var server = Smtp("C: DATA", "S: 503 5.5.1 no");
        await using var session = await SmtpReadyAsync(server);
        var failure = (await session.DataAsync("x"u8.ToArray())).Failure!;
        Assert.Equal((MailFailureKind.Refused, "DATA"), (failure.Kind, failure.Command));
    }

    [Theory]
    [InlineData(MailFailureKind.TimedOut)]
    [InlineData(MailFailureKind.Disconnected)]
    [InlineData(MailFailureKind.Malformed)]
    public async Task A_server_that_never_answers_the_message_correctly_ends_the_step(MailFailureKind kind)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await PlayUntilDataAsync(connection);
            if (kind == MailFailureKind.Malformed)
                await connection.SendAsync("well done");
            if (kind != MailFailureKind.Disconnected)
                await connection.UntilClosedAsync();
        });
        await using var session = await SmtpAsync(server.Options().Short());
        Assert.True((await session.EhloAsync("client", default)).Succeeded);
        var failure = (await session.DataAsync("x"u8.ToArray())).Failure!;
        Assert.Equal((kind, SmtpCommands.EndOfData), (failure.Kind, failure.Command));
        Assert.Equal(failure, session.EndedBy);
    }

    [Fact]
    public async Task A_slow_drip_of_bytes_does_not_extend_the_reply_timeout()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await PlayUntilDataAsync(connection);
            while (true)
            {
                await connection.SendRawAsync("2");
                await Task.Delay(300, connection.Stop);
            }
        });
        await using var session = await SmtpAsync(server.Options().Short());
        Assert.True((await session.EhloAsync("client", default)).Succeeded);
        Assert.Equal(MailFailureKind.TimedOut, (await session.DataAsync("x"u8.ToArray()).WaitAsync(TimeSpan.FromSeconds(10))).Failure!.Kind);
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_ends_the_session()
    {
        await using var server = Smtp("C: DATA", "S: 354 go on", "C: x");
        await using var session = await SmtpReadyAsync(server);
        var result = await session.LendAsync((_, _) => throw new FileNotFoundException("gone"), default);
        Assert.Equal(MailFailureKind.InvalidInput, result.Failure!.Kind);
        Assert.Equal(MailFailureKind.InvalidInput, (await session.QuitAsync(default)).Failure!.Kind);
    }

    [Fact]
    public async Task Another_client_is_logged_in_already_and_finds_what_it_asks_for()
    {
        await using var server = Imap("C: any", "S: * 2 FETCH (UID 7 BODY[] {12}", "S: Subject: x", "S: )", "S: T1 OK done");
        await using var session = await ImapAsync(server.Options());
        var greeting = string.Empty;
        var peek = await session.LendAsync(async (stream, token) =>
        {
            var buffer = new byte[200];
            greeting = Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer, token));
            return greeting;
        }, 0, default);
        Assert.True(peek.Succeeded);
        Assert.StartsWith("* PREAUTH [CAPABILITY IMAP4rev1] ", greeting, StringComparison.Ordinal);
        var answer = await session.AskAsync("UID FETCH 7 (BODY.PEEK[])", 100);
        Assert.Contains("Subject: x", answer.Facts, StringComparison.Ordinal);
        Assert.DoesNotContain(session.Transcript.Lines, line => line.Text.Contains("Subject", StringComparison.Ordinal));
        Assert.Contains(session.Transcript.Lines, line => line.Text == "[12 bytes]");
    }

    [Theory]
    [InlineData("* 2 FETCH (UID 7 BODY[] {101}")]
    [InlineData("* 2 FETCH (UID 7 BODY[] {99999999999999}")]
    public async Task A_literal_larger_than_allowed_is_too_long(string line)
    {
        await using var server = Imap("C: any", "S: " + line);
        await using var session = await ImapAsync(server.Options());
        Assert.Equal(MailFailureKind.TooLong, (await session.AskAsync("UID FETCH 7 (BODY.PEEK[])", 100)).Failure!.Kind);
    }

    [Fact]
    public async Task A_command_that_is_refused_gives_the_servers_words()
    {
        await using var server = Imap("C: any", "S: T1 NO [LIMIT] too many searches");
        await using var session = await ImapAsync(server.Options());
        var failure = (await session.AskAsync("UID SEARCH ALL")).Failure!;
        Assert.Equal((MailFailureKind.Refused, "UID SEARCH"), (failure.Kind, failure.Command));
        Assert.Equal("NO [LIMIT] too many searches", failure.ServerText);
        Assert.Equal("LIMIT", Assert.IsType<ImapReply>(failure.Reply).ResponseCode);
    }

    [Fact]
    public async Task A_literal_without_end_ends_within_its_time()
    {
        await using var server = Imap("C: any", "S: * 2 FETCH (UID 7 BODY[] {50}", "S: half");
        await using var session = await ImapAsync(server.Options().Short());
        Assert.Equal(MailFailureKind.TimedOut, (await session.AskAsync("UID FETCH 7 (BODY.PEEK[])", 100)).Failure!.Kind);
    }

    private static async Task PlayUntilDataAsync(ScriptedConnection connection)
    {
        foreach (var answer in new[] { "220 ready", "250 mail", "354 go on" })
        {
            await connection.SendAsync(answer);
            await connection.ReadLineAsync();
        }

        await connection.ReadLineAsync();
    }

    private static ScriptedServer Smtp(params string[] lines) => new(["S: 220 ready", "C: EHLO", "S: 250 mail", .. lines, "C: any"]);

    private static ScriptedServer Imap(params string[] lines) => new(["S: * OK [CAPABILITY IMAP4rev1] ready", .. lines]);
}
