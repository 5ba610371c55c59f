using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Judging;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>The stages Limits, Envelope and Message.</summary>
public sealed class DeliveryTests : IDisposable
{
    private static readonly string[] Goodbye = ["C: QUIT", "S: 221 bye"];

    private readonly TestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [Provokes("Limits.NoSize")]
    [Provokes("Limits.SizeTooSmall")]
    [Provokes("Limits.No8BitMime")]
    [InlineData("8BITMIME", null, "Limits.NoSize", Severity.Warning)]
    [InlineData("SIZE 36700160,8BITMIME", null, "Limits.SizeTooSmall", Severity.Info)]
    [InlineData("SIZE 36700160,8BITMIME", 50, "Limits.SizeTooSmall", Severity.Warning)]
    [InlineData("SIZE 200000000", null, "Limits.No8BitMime", Severity.Warning)]
    public async Task Missing_extensions_are_compared_with_the_settings(string extensions, int? maxEmailSizeMB, string id, Severity severity)
    {
        await using var server = Scripts.Smtp(extensions.Split(','), Goodbye);
        var report = await LimitsAsync(server, new OutgoingMailServer { Enabled = true, MaxEmailSizeMB = maxEmailSizeMB });
        Expect.Noted(report, id, TestStage.Limits, severity);
        Assert.Null(report.Primary);
    }

    [Fact]
    [Provokes("Limits.NoBinaryMime")]
    public async Task Binary_needs_more_than_most_servers_offer()
    {
        _bench.System.Assign(SettingBlocks.Basic, new Assignment("attachmentEncodings", "wav=binary;*=base64"), new Assignment("sentEncoding", "quoted-printable"));
        await using var server = Scripts.Smtp(["SIZE 200000000"], Goodbye);
        var report = await LimitsAsync(server, new OutgoingMailServer { Enabled = true });
        Assert.Contains("wav", Expect.Noted(report, "Limits.NoBinaryMime", TestStage.Limits).Cause, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Findings, finding => finding.Id == "Limits.No8BitMime");
    }

    [Fact]
    [Provokes("Limits.AboveFixedCap")]
    public async Task A_limit_above_the_fixed_cap_does_not_count()
    {
        await using var server = Scripts.Smtp(["SIZE 2000000000", "8BITMIME"], Goodbye);
        var report = await LimitsAsync(server, new OutgoingMailServer { Enabled = true, MaxEmailSizeMB = 150, MaxAttachmentSizeMB = 20 });
        Assert.Equal(2, report.Findings.Count(finding => finding.Id == "Limits.AboveFixedCap"));
        Expect.Noted(report, "Limits.AboveFixedCap", TestStage.Limits);
        var facts = Assert.IsType<LimitsStageFacts>(Expect.Stage(report, TestStage.Limits).Facts);
        Assert.Equal((104_857_600, 10_485_760), (facts.EffectiveMailBytes, facts.EffectiveAttachmentBytes));
    }

    [Theory]
    [InlineData(7800, 5700)]
    [InlineData(10_000_000, 7_307_685)]
    public async Task What_fits_in_base64_is_57_of_78_bytes(long server, long attachment)
    {
        await using var smtp = Scripts.Smtp([$"SIZE {server}", "8BITMIME"], Goodbye);
        var facts = Assert.IsType<LimitsStageFacts>(Expect.Stage(await LimitsAsync(smtp, new OutgoingMailServer { Enabled = true }), TestStage.Limits).Facts);
        Assert.Equal((server, attachment), (facts.EffectiveMailBytes, facts.EffectiveAttachmentBytes));
        Assert.Null(facts.MaxEmailSizeMB);
    }

    [Theory]
    [Provokes("Envelope.SenderRefused")]
    [Provokes("Envelope.RecipientRefused")]
    [Provokes("Envelope.RelayDenied")]
    [InlineData("550 5.1.8 Sender refused", null, "Envelope.SenderRefused")]
    [InlineData("530 5.7.57 Client not authenticated to send mail", null, "Authenticate.Required")]
    [InlineData("552 5.3.4 Message size exceeds fixed limit", null, "Message.TooLarge")]
    [InlineData("250 ok", "550 5.1.1 No such user", "Envelope.RecipientRefused")]
    [InlineData("250 ok", "554 5.7.1 <b@example.test>: Relay access denied", "Envelope.RelayDenied")]
    [InlineData("250 ok", "554 5.7.1 <a@example.test>: Sender address rejected: Access denied", "Authenticate.Required")]
    [InlineData("250 ok", "550 5.7.64 TenantAttribution; Relay Access Denied", "Envelope.ConnectorMissing")]
    public async Task A_refused_envelope_says_which_part(string sender, string? recipient, string id)
    {
        string[] lines = recipient is null ? ["C: MAIL", $"S: {sender}"] : ["C: MAIL", $"S: {sender}", "C: RCPT", $"S: {recipient}"];
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, [.. lines, "C: RSET", "S: 250 ok", .. Goodbye]);
        var report = await _bench.OutgoingAsync(server, WithAddresses);
        Expect.Primary(report, id, TestStage.Envelope);
        Expect.Passed(report, TestStage.Quit);
        Assert.DoesNotContain("DATA", server.Received);
    }

    [Theory]
    [Provokes("Envelope.Greylisted")]
    [InlineData("451 4.7.1 Greylisted, come back in 300 seconds", null, "Envelope.Greylisted")]
    [InlineData("250 ok", "450 4.2.0 Greylisted", "Envelope.Greylisted")]
    [InlineData("250 ok", "450 4.0.0 Not now", "Envelope.RecipientRefused")]
    [InlineData("450 4.0.0 Not now", null, "Envelope.SenderRefused")]
    public async Task A_temporary_refusal_advises_to_wait(string sender, string? recipient, string id)
    {
        string[] lines = recipient is null ? ["C: MAIL", $"S: {sender}"] : ["C: MAIL", $"S: {sender}", "C: RCPT", $"S: {recipient}"];
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, [.. lines, "C: RSET", "S: 250 ok", .. Goodbye]);
        var report = await _bench.OutgoingAsync(server, WithAddresses);
        Assert.Contains("Test again in a few minutes", Expect.Primary(report, id, TestStage.Envelope).NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("554 5.7.1 <b@example.test>: Relay access denied", "Envelope.RelayDenied", "allow this login to send")]
    [InlineData("550 5.7.54 Unable to relay recipient in non-accepted domain", "Envelope.RelayDenied", "allow this login to send")]
    [InlineData("550 5.7.1 Service unavailable, blocked using zen.spamhaus.org", "Greeting.AddressListed", "exempt authenticated clients")]
    public async Task A_recipient_refused_by_policy_is_not_reported_as_misspelled(string answer, string id, string words)
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH", "S: 235 in", "C: MAIL", "S: 250 ok", "C: RCPT", $"S: {answer}", "C: RSET", "S: 250 ok", "C: QUIT", "S: 221 bye");
        var report = await _bench.OutgoingAsync(server, request => WithAddresses(request) with { User = "mailer", Password = _bench.Secret("pass") });
        Assert.Contains(words, Expect.Primary(report, id, TestStage.Envelope).NextStep, StringComparison.Ordinal);
    }

    // Postfix's reply for REJECT in a sender table, and for a "reject" after permit_sasl_authenticated; for a sender not owned it
    // has another text.
    [Theory]
    [InlineData(false, "Authenticate.Required", "only after a login")]
    [InlineData(true, "Envelope.SenderRefused", "from its reject list")]
    public async Task A_sender_on_a_list_of_the_server_asks_for_a_login_only_where_none_was_made(bool logsIn, string id, string words)
    {
        string[] login = logsIn ? ["C: AUTH", "S: 235 in"] : [];
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, [.. login, "C: MAIL", "S: 250 ok", "C: RCPT", "S: 554 5.7.1 <a@example.test>: Sender address rejected: Access denied", "C: RSET", "S: 250 ok", .. Goodbye]);
        var report = await _bench.OutgoingAsync(server, request => logsIn ? WithAddresses(request) with { User = "mailer", Password = _bench.Secret("pass") } : WithAddresses(request));
        Assert.Contains(words, Expect.Primary(report, id, TestStage.Envelope).NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("421 4.3.2 Service shutting down", null)]
    [InlineData("250 ok", "421 4.7.0 Try again later, closing connection")]
    public async Task A_server_that_ends_the_session_has_refused_nobody(string sender, string? recipient)
    {
        string[] lines = recipient is null ? ["C: MAIL", $"S: {sender}"] : ["C: MAIL", $"S: {sender}", "C: RCPT", $"S: {recipient}"];
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, lines);
        var report = await _bench.OutgoingAsync(server, WithAddresses);
        Assert.StartsWith("421", Expect.Primary(report, "Reply.SessionEnded", TestStage.Envelope).ServerText, StringComparison.Ordinal);
        Expect.Skipped(report, TestStage.Quit);
    }

    [Fact]
    public async Task An_address_that_the_server_does_not_support_is_not_reported_as_refused()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: RSET", "S: 250 ok", "C: QUIT", "S: 221 bye");
        var report = await _bench.OutgoingAsync(server, request => WithAddresses(request) with { SenderAddress = "grüße@example.test" });
        Assert.Contains("SMTPUTF8", Expect.Primary(report, "Capabilities.Missing", TestStage.Envelope).Cause, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Received, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [Provokes("Message.TooLarge")]
    [Provokes("Message.Refused")]
    [Provokes("Message.TakenForSpam")]
    [Provokes("Message.DomainNotAuthenticated")]
    [Provokes("Envelope.SendingLimit")]
    [Provokes("Mailbox.Full")]
    [InlineData("552 5.3.4 Message too big", "Message.TooLarge")]
    [InlineData("552 too big", "Message.TooLarge")]
    [InlineData("554 5.0.0 Never heard of this", "Message.Refused")]
    [InlineData("554 5.7.1 Looks like spam", "Message.TakenForSpam")]
    [InlineData("550 5.7.26 This mail has been blocked because the sender is unauthenticated.", "Message.DomainNotAuthenticated")]
    [InlineData("550 5.4.5 Daily user sending limit exceeded.", "Envelope.SendingLimit")]
    [InlineData("452 4.2.2 Mailbox full", "Mailbox.Full")]
    [InlineData("554 5.2.252 SendAsDenied; mailer not allowed to send as a@example.test", "Envelope.SenderNotOwned")]
    [InlineData("550 5.7.60 SMTP; Client does not have permissions to send as this sender", "Envelope.SenderNotOwned")]
    public async Task A_message_that_is_refused_after_DATA_says_why(string answer, string id)
    {
        await using var server = Sending(answer);
        var report = await _bench.OutgoingAsync(server, request => WithAddresses(request) with { Message = new TestMessage() });
        Expect.Primary(report, id, TestStage.Message);
        Expect.Passed(report, TestStage.Envelope);
    }

    [Fact]
    [Provokes("Message.OutcomeUnknown")]
    public async Task A_message_whose_end_is_not_answered_may_have_been_accepted()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendAsync("220 hi");
            while (await connection.ReadLineAsync() is { } line && line != "DATA") await connection.SendAsync("250 ok");
            await connection.SendAsync("354 go ahead");
            while (await connection.ReadLineAsync() is { } line && line != ".")
                ;
        });
        var report = await _bench.OutgoingAsync(server, request => WithAddresses(request) with { Message = new TestMessage() });
        Expect.Primary(report, "Message.OutcomeUnknown", TestStage.Message);
        Assert.Single(server.Received, "DATA");
    }

    [Fact]
    public async Task A_message_is_sent_in_the_transaction_that_was_tried()
    {
        await using var server = Sending("250 queued");
        await _bench.OutgoingAsync(server, request => WithAddresses(request) with { Message = new TestMessage() });
        Assert.Single(server.Received, line => line.StartsWith("MAIL", StringComparison.Ordinal));
        Assert.DoesNotContain("RSET", server.Received);
    }

    [Fact]
    public async Task A_message_is_sent_whole_and_its_header_is_clean()
    {
        await using var server = Sending("250 2.0.0 Ok: queued as 1234");
        var report = await _bench.OutgoingAsync(server, request => WithAddresses(request) with { Message = new TestMessage { Content = new TestMessageContent { Subject = "Prüfung der Zustellung, die länger ist als ein Wort von 75 Zeichen", Text = "Grüße\n.\nend", WithSamples = true } } });
        Expect.Passed(report, TestStage.Envelope, TestStage.Message, TestStage.Quit);
        var facts = Assert.IsType<MessageStageFacts>(Expect.Stage(report, TestStage.Message).Facts);
        Assert.Contains("queued as 1234", facts.Reply, StringComparison.Ordinal);
        Assert.Contains($"Message-Id: {facts.MessageId}", server.Received);
        // The body is sent as 8bit, according to the settings, and everything else is ASCII.
        Assert.All(server.Received.Where(line => !line.StartsWith("Gr", StringComparison.Ordinal)), line => Assert.True(line.Length <= 78 && line.All(char.IsAscii), line));
        Assert.Contains(server.Received, line => line == $"MAIL FROM:<a@example.test> SIZE={facts.SizeBytes} BODY=8BITMIME");
        Assert.Contains("..", server.Received);
        Assert.Equal("8bit", facts.BodyEncoding);
        Assert.Equal(["sample.wav: base64", "sample.txt: base64", "sample.bin: base64"], facts.Attachments);
        Assert.Single(server.Received, line => line.StartsWith("EHLO", StringComparison.Ordinal));
    }

    [Fact]
    [Provokes("Message.NotFoundAgain")]
    public async Task A_message_that_does_not_arrive_is_reported()
    {
        await using var smtp = Sending("250 queued");
        await using var imap = new ScriptedServer(connection => SearchAsync(connection, findsAt: int.MaxValue));
        var report = await SendAndFindAsync(smtp, imap.Port, TimeSpan.FromMilliseconds(600));
        Expect.Primary(report, "Message.NotFoundAgain", TestStage.Message);
        Expect.Primary(report.FoundAgain!, "Message.NotFoundAgain", TestStage.Message);
    }

    [Fact]
    public async Task A_message_that_arrives_later_is_found()
    {
        await using var smtp = Sending("250 queued");
        await using var imap = new ScriptedServer(connection => SearchAsync(connection, findsAt: 2));
        var report = await SendAndFindAsync(smtp, imap.Port, TimeSpan.FromSeconds(30));
        Assert.Null(report.Primary);
        Assert.True(Assert.IsType<MessageStageFacts>(Expect.Stage(report, TestStage.Message).Facts).FoundAgain);
        Assert.Contains(imap.Received, line => line.Contains("UID SEARCH", StringComparison.Ordinal) && line.Contains("HEADER Message-ID", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mailbox_that_cannot_be_opened_explains_the_missing_message()
    {
        await using var smtp = Sending("250 queued");
        var imap = Scripts.Silent();
        var port = imap.Port;
        await imap.DisposeAsync();
        var report = await SendAndFindAsync(smtp, port, TimeSpan.FromSeconds(1));
        Assert.Contains("refused", Expect.Primary(report, "Message.NotFoundAgain", TestStage.Message).Cause, StringComparison.Ordinal);
    }

    [Fact]
    [Provokes("Message.InJunk")]
    [Provokes("Message.AttachmentsChanged")]
    [Provokes("Message.NotAuthenticated")]
    public async Task A_message_in_junk_without_its_attachments_is_reported_as_such()
    {
        var report = await FoundAsync("Authentication-Results: mx.example.test; spf=fail smtp.mailfrom=example.test; dkim=none\r\n", isJunk: true, withSamples: true);
        var facts = Assert.IsType<MessageStageFacts>(Expect.Stage(report, TestStage.Message).Facts);
        Assert.Equal(("Spam", false, "mx.example.test"), (facts.Folder, facts.AttachmentsIntact, facts.AuthenticationServer));
        Assert.Equal(["Message.AttachmentsChanged", "Message.InJunk", "Message.NotAuthenticated"], Expect.Stage(report, TestStage.Message).Findings.Select(finding => finding.Id));
    }

    [Theory]
    [Provokes("Message.NotAligned")]
    [Provokes("Message.NoVerdicts")]
    [InlineData("mx.example.test; spf=pass smtp.mailfrom=other.test; dkim=pass header.d=other.test", "Message.NotAligned")]
    [InlineData("mx.example.test; spf=fail smtp.mailfrom=example.test; dkim=pass header.d=example.test", null)]
    [InlineData("mx.example.test; dmarc=pass header.from=example.test", null)]
    [InlineData("mx.example.test; spf=pass smtp.mailfrom=example.test; dmarc=fail header.from=example.test", "Message.NotAuthenticated")]
    [InlineData("mx.example.test; none", "Message.NoVerdicts")]
    [InlineData("elsewhere.test; dmarc=pass header.from=example.test", "Message.NoVerdicts")]
    public async Task The_receiving_servers_verdicts_decide_whether_a_message_is_trusted(string results, string? id)
    {
        var report = await FoundAsync($"Authentication-Results: {results}\r\nReceived: from a.test by mx.example.test with ESMTPS; Fri, 27 Nov 2026 10:00:05 +0000\r\nReceived: by a.test; Fri, 27 Nov 2026 10:00:00 +0000\r\n", server: "mx.example.test");
        Assert.Equal(id is null ? [] : [id], Expect.Stage(report, TestStage.Message).Findings.Select(finding => finding.Id));
        var facts = Assert.IsType<MessageStageFacts>(Expect.Stage(report, TestStage.Message).Facts);
        Assert.Equal([null, 5000L], facts.Hops.Select(hop => hop.WaitedMs));
    }

    private async Task<ServerTestReport> FoundAsync(string header, bool isJunk = false, bool withSamples = false, string? server = null)
    {
        await using var smtp = Sending("250 queued");
        await using var imap = new ScriptedServer(connection => SearchAsync(connection, findsAt: 1, $"{header}Subject: x\r\n\r\ntext\r\n", isJunk));
        return await SendAndFindAsync(smtp, imap.Port, TimeSpan.FromSeconds(30), message => message with
        {
            Content = message.Content with { WithSamples = withSamples },
            AuthenticationServer = server,
        });
    }

    private static OutgoingTestRequest WithAddresses(OutgoingTestRequest request) => request with { SenderAddress = "a@example.test", RecipientAddress = "b@example.test" };

    private static ScriptedServer Sending(string answer) => new(async connection =>
    {
        await connection.SendAsync("220 hi");
        while (await connection.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("EHLO", StringComparison.Ordinal)) await connection.SendRawAsync("250-x\r\n250-SIZE 200000000\r\n250 8BITMIME\r\n");
            else if (line == "DATA") await ReceiveAsync(connection, answer);
            else await connection.SendAsync("250 ok");
        }
    });

    private static async Task ReceiveAsync(ScriptedConnection connection, string answer)
    {
        await connection.SendAsync("354 go ahead");
        while (await connection.ReadLineAsync() is { } line && line != ".")
            ;
        await connection.SendAsync(answer);
    }

    private static async Task SearchAsync(ScriptedConnection connection, int findsAt, string message = "Subject: x\r\n\r\ntext\r\n", bool isJunk = false)
    {
        await connection.SendAsync("* OK hi");
        var isInJunk = false;
        for (var searches = 0; await connection.ReadLineAsync() is { } line;)
        {
            var tag = line.Split(' ')[0];
            var answer = "OK done";
            if (line.Contains("CAPABILITY", StringComparison.Ordinal)) await connection.SendAsync("* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR SPECIAL-USE");
            if (line.Contains(" LIST ", StringComparison.Ordinal)) await connection.SendRawAsync("* LIST () \"/\" INBOX\r\n* LIST (\\Junk) \"/\" Spam\r\n");
            if (line.Contains("EXAMINE", StringComparison.Ordinal))
            {
                isInJunk = line.Contains("Spam", StringComparison.Ordinal);
                await connection.SendRawAsync("* FLAGS ()\r\n* 1 EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 1] x\r\n* OK [UIDNEXT 10] x\r\n");
                answer = "OK [READ-ONLY] done";
            }
            if (line.Contains("UID SEARCH", StringComparison.Ordinal)) await connection.SendAsync(isInJunk == isJunk && ++searches >= findsAt ? "* SEARCH 9" : "* SEARCH");
            if (line.Contains("RFC822.SIZE", StringComparison.Ordinal)) await connection.SendAsync($"* 1 FETCH (UID 9 RFC822.SIZE {message.Length} INTERNALDATE \"27-Nov-2026 10:00:00 +0000\")");
            if (line.Contains("BODY.PEEK[]", StringComparison.Ordinal)) await connection.SendRawAsync($"* 1 FETCH (UID 9 BODY[] {{{message.Length}}}\r\n{message})\r\n");
            await connection.SendAsync($"{tag} {answer}");
        }
    }

    private Task<ServerTestReport> SendAndFindAsync(ScriptedServer smtp, int imapPort, TimeSpan within, Func<TestMessage, TestMessage>? change = null) => _bench.OutgoingAsync(smtp, request => WithAddresses(request) with
    {
        Message = (change ?? (message => message))(new TestMessage
        {
            FindWithin = within,
            FindAgain = new IncomingTestRequest { Host = TestBench.Host, Port = imapPort, TlsMode = TlsChoice.None, User = "mailer", Password = _bench.Secret("pass"), Timeouts = TestBench.Patient },
        }),
    });

    private Task<ServerTestReport> LimitsAsync(ScriptedServer server, OutgoingMailServer settings) =>
        _bench.Tests.TestAsync(new OutgoingTestRequest { Server = settings with { Host = TestBench.Host, Port = server.Port }, Timeouts = TestBench.Patient });
}
