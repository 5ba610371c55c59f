using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>Servers that stop responding or disconnect during delivery, or serve a very large mailbox.</summary>
public sealed class CutDeliveryTests : IDisposable
{
    private static readonly string[] Answers =
        ["220 mail.example.test\r\n", "250-mail.example.test\r\n250-SIZE 200000000\r\n250 8BITMIME\r\n", "250 sender\r\n", "250 recipient\r\n", "354 go ahead\r\n", "250 queued\r\n", "221 bye\r\n"];

    private readonly TestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("DATA", "Reply.TimedOut")]
    [InlineData(".", "Message.OutcomeUnknown")]
    public async Task A_server_that_never_answers_ends_with_the_time_limit(string silentAfter, string id)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendAsync("220 hi");
            var isData = false;
            while (await connection.ReadLineAsync() is { } line)
            {
                if (line == silentAfter) await connection.UntilClosedAsync();
                else if (line == "DATA") isData = true;
                if (!isData || line == "DATA") await connection.SendAsync(isData ? "354 go ahead" : "250 ok");
            }
        });
        var report = await SendAsync(server, TestBench.Patient with { Reply = TimeSpan.FromSeconds(1) });
        Assert.Equal((id, CheckStatus.Failed), (report.Primary?.Id, Expect.Stage(report, TestStage.Message).Status));
    }

    [Fact]
    public async Task A_connection_cut_after_any_byte_is_a_finding_and_never_an_exception()
    {
        var all = Answers.Sum(answer => answer.Length);
        var upToTaken = all - Answers[^1].Length;
        for (var cut = 0; cut < all; cut++)
        {
            var left = cut;
            await using var server = new ScriptedServer(connection => AnswerAsync(connection, left));
            var report = await SendAsync(server, TestBench.Patient);
            // After the message was accepted, the end of the session no longer matters.
            if (cut < upToTaken) Assert.True(report.Status == CheckStatus.Failed && report.Primary is not null, $"cut behind byte {cut}");
            else Assert.True(Expect.Stage(report, TestStage.Message).Status != CheckStatus.Failed, $"cut behind byte {cut}");
        }
    }

    [Fact]
    public async Task A_message_is_not_reported_as_sent_if_the_connection_is_cut_in_the_middle()
    {
        for (var lines = 0; lines < 12; lines++)
        {
            var wanted = lines;
            await using var server = new ScriptedServer(async connection =>
            {
                foreach (var answer in Answers[..4])
                {
                    await connection.SendRawAsync(answer);
                    await connection.ReadLineAsync();
                }
                await connection.SendRawAsync(Answers[4]);
                for (var i = 0; i < wanted; i++) await connection.ReadLineAsync();
            });
            var report = await SendAsync(server, TestBench.Patient);
            Assert.True(Expect.Stage(report, TestStage.Message).Status == CheckStatus.Failed && report.Primary is not null, $"cut behind line {lines}");
        }
    }

    [Fact]
    public async Task In_a_mailbox_of_100_000_mails_the_server_searches_and_one_mail_is_fetched()
    {
        var (report, received) = await SearchAsync("100000");
        Assert.True(report.FoundAgain is { Primary: null }, report.Primary?.Cause);
        Assert.Single(received, line => line.Contains("UID SEARCH", StringComparison.Ordinal));
        // One request for size and date, one for the message itself.
        Assert.Equal(2, received.Count(line => line.Contains("UID FETCH 100000 ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_search_result_with_every_mail_is_read_only_up_to_the_reply_limit()
    {
        var (report, received) = await SearchAsync(string.Join(' ', Enumerable.Range(1, 100_000)));
        Expect.Primary(report, "Message.NotFoundAgain", TestStage.Message);
        Assert.DoesNotContain(received, line => line.Contains("FETCH", StringComparison.Ordinal));
    }

    private async Task<(ServerTestReport Report, IReadOnlyList<string> Received)> SearchAsync(string found)
    {
        await using var smtp = new ScriptedServer(connection => AnswerAsync(connection, int.MaxValue));
        await using var imap = new ScriptedServer(connection => FullMailboxAsync(connection, found));
        var report = await SendAsync(smtp, TestBench.Patient, new TestMessage
        {
            FindWithin = TimeSpan.FromMinutes(1),
            FindAgain = new IncomingTestRequest { Host = TestBench.Host, Port = imap.Port, TlsMode = TlsChoice.None, User = "mailer", Password = _bench.Secret("pass"), Timeouts = TestBench.Patient },
        });
        return (report, imap.Received);
    }

    private Task<ServerTestReport> SendAsync(ScriptedServer server, TestTimeouts timeouts, TestMessage? message = null) => _bench.OutgoingAsync(server, request => request with
    {
        SenderAddress = "a@example.test",
        RecipientAddress = "b@example.test",
        Message = message ?? new TestMessage(),
        Timeouts = timeouts,
    });

    // Answers one command after the other until this many bytes are sent.
    private static async Task AnswerAsync(ScriptedConnection connection, int bytes)
    {
        for (var at = 0; at < Answers.Length; at++)
        {
            var answer = Answers[at];
            await connection.SendRawAsync(answer[..Math.Min(answer.Length, bytes)]);
            bytes -= answer.Length;
            if (bytes < 0) return;
            while (await connection.ReadLineAsync() is { } line && at == 4 && line != ".")
                ;
        }
    }

    private static async Task FullMailboxAsync(ScriptedConnection connection, string found)
    {
        const string Mail = "Subject: x\r\n\r\ntext\r\n";
        await connection.SendAsync("* OK hi");
        while (await connection.ReadLineAsync() is { } line)
        {
            var answer = "OK done";
            if (line.Contains("CAPABILITY", StringComparison.Ordinal)) await connection.SendAsync("* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR SPECIAL-USE");
            if (line.Contains(" LIST ", StringComparison.Ordinal)) await connection.SendAsync("* LIST () \"/\" INBOX");
            if (line.Contains("EXAMINE", StringComparison.Ordinal))
            {
                await connection.SendRawAsync("* FLAGS ()\r\n* 100000 EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 1] x\r\n* OK [UIDNEXT 100001] x\r\n");
                answer = "OK [READ-ONLY] done";
            }
            if (line.Contains("UID SEARCH", StringComparison.Ordinal)) await connection.SendAsync($"* SEARCH {found}");
            if (line.Contains("RFC822.SIZE", StringComparison.Ordinal)) await connection.SendAsync($"* 100000 FETCH (UID 100000 RFC822.SIZE {Mail.Length} INTERNALDATE \"27-Nov-2026 10:00:00 +0000\")");
            if (line.Contains("BODY.PEEK[]", StringComparison.Ordinal)) await connection.SendRawAsync($"* 100000 FETCH (UID 100000 BODY[] {{{Mail.Length}}}\r\n{Mail})\r\n");
            await connection.SendAsync($"{line.Split(' ')[0]} {answer}");
        }
    }
}
