using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using EmailSettings.Core.Findings;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Mail;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Smtp;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>Reports and their JSON.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly TestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_summary_is_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("da-DK");
            var token = new TokenFacts { For = TokenPurpose.Imap, ExpiresAt = new DateTimeOffset(2026, 11, 27, 12, 3, 23, TimeSpan.Zero) };
            Assert.Equal("for Imap, until 12:03:23Z", new StageReport(TestStage.Token, CheckStatus.Passed, 1, token, [], null).Summary);
            Assert.Equal("the server announces no limit, the settings allow 104,857,600 bytes", new StageReport(TestStage.Limits, CheckStatus.Passed, 1, new LimitsStageFacts { EffectiveMailBytes = 104_857_600 }, [], null).Summary);
            Assert.Equal("Imap, 1 message", new StageReport(TestStage.Mailbox, CheckStatus.Passed, 1, new MailboxStageFacts { Via = "Imap", Messages = 1 }, [], null).Summary);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task The_JSON_has_the_names_of_the_contract()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH", "S: 535 5.7.8 no", "C: QUIT", "S: 221 bye");
        var report = await _bench.OutgoingAsync(server, request => request with { Authentication = TestAuthentication.Basic, User = "mailer", Password = _bench.Secret("pass") });
        using var json = JsonDocument.Parse(ReportText.Json(report));
        var root = json.RootElement;
        Assert.Equal("outgoing", root.GetProperty("kind").GetString());
        Assert.Equal($"mail.example.test:{server.Port}", root.GetProperty("target").GetString());
        Assert.Equal("Failed", root.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Number, root.GetProperty("durationMs").ValueKind);
        var stage = root.GetProperty("stages").EnumerateArray().Single(one => one.GetProperty("stage").GetString() == "Authenticate");
        Assert.Equal(["PLAIN", "LOGIN"], stage.GetProperty("facts").GetProperty("offered").EnumerateArray().Select(one => one.GetString()));
        var finding = stage.GetProperty("findings").EnumerateArray().Single(one => one.GetProperty("id").GetString() == "Authenticate.Rejected");
        Assert.Equal(["id", "severity", "cause", "nextStep", "serverText"], finding.EnumerateObject().Select(property => property.Name));
        Assert.Equal("Error", finding.GetProperty("severity").GetString());
        Assert.Equal("Server", root.GetProperty("transcript")[0].GetProperty("from").GetString());
    }

    [Fact]
    public async Task The_stages_are_in_the_order_of_the_contract()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: QUIT", "S: 221 bye");
        var report = await _bench.OutgoingAsync(server);
        Assert.Equal(Enum.GetValues<TestStage>().Except([TestStage.Mailbox]), report.Stages.Select(stage => stage.Stage));
        Assert.All(report.Stages, stage => Assert.Equal(stage.Status == CheckStatus.Skipped, stage.SkipReason is not null));
    }

    [Fact]
    public void Every_record_of_facts_has_a_JSON()
    {
        var types = new[] { typeof(FactRecord).Assembly, typeof(StageReport).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(FactRecord)) && !type.IsAbstract).ToList();
        Assert.True(types.Count >= Enum.GetValues<TestStage>().Length);
        Assert.All(types, type =>
        {
            var facts = (FactRecord)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
            var report = new ServerTestReport
            {
                Kind = TestKind.Outgoing,
                Target = "",
                Status = CheckStatus.Passed,
                DurationMs = 0,
                Stages = [new StageReport(TestStage.Settings, CheckStatus.Passed, 0, facts, [])],
            };
            using var json = JsonDocument.Parse(ReportText.Json(report));
            Assert.Equal(facts.List().Count(), json.RootElement.GetProperty("stages")[0].GetProperty("facts").EnumerateObject().Count());
        });
    }

    [Theory]
    [InlineData(typeof(SettingsStageFacts), "server host port tls authentication transport hasUser address clientId sources")]
    [InlineData(typeof(SecretStageFacts), "purpose source decrypted thumbprint subject notBefore notAfter since expires")]
    [InlineData(typeof(DnsFacts), "name isLiteral addresses")]
    [InlineData(typeof(ConnectFacts), "remote local failed")]
    [InlineData(typeof(FailedAddress), "address error elapsedMs")]
    [InlineData(typeof(TlsFacts), "protocol cipherSuite expectedName chain intermediatesSent problems revocation revocationSources clientCertificateAsked supportedVersions chosenCipherSuites")]
    [InlineData(typeof(CertificateFacts), "subject issuer names notBefore notAfter thumbprint key keyUsage signatureAlgorithm")]
    [InlineData(typeof(GreetingFacts), "line preAuthenticated speaks")]
    [InlineData(typeof(SmtpCapabilities), "clientName extended offered offeredBeforeTls authMechanisms startTls size maxSizeBytes eightBitMime pipelining smtpUtf8 binaryMime")]
    [InlineData(typeof(ImapCapabilities), "offered offeredBeforeTls authMechanisms startTls loginDisabled saslIr id idle appendLimit appendLimitBytes")]
    [InlineData(typeof(StartTlsFacts), "offered accepted injectedBytes serverText")]
    [InlineData(typeof(TokenFacts), "for isReadable audiences roles scopes tenantId applicationId issuer issuedAt notBefore expiresAt graphRoles")]
    [InlineData(typeof(AuthenticateFacts), "mechanism triedBefore offered serverText oAuthStatus oAuthSchemes oAuthScope")]
    [InlineData(typeof(MailboxStageFacts), "via messages uidValidity requestId")]
    [InlineData(typeof(LimitsStageFacts), "serverMaxBytes maxEmailSizeMB maxAttachmentSizeMB maxRecipients effectiveMailBytes effectiveAttachmentBytes encodings")]
    [InlineData(typeof(EnvelopeStageFacts), "senderReply recipientReply")]
    [InlineData(typeof(MessageStageFacts), "messageId sizeBytes bodyEncoding attachments via requestId reply foundAgain folder underWayMs attachmentsIntact hops authenticationServer authentication")]
    [InlineData(typeof(QuitStageFacts), "serverText")]
    public void The_names_of_facts_are_those_that_were_published(Type type, string names)
    {
        var facts = (FactRecord)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
        Assert.Equal(names.Split(' '), facts.List().Select(fact => fact.Key));
    }

    [Fact]
    public void Addresses_and_choices_are_text_in_the_JSON()
    {
        var facts = new ConnectFacts
        {
            Remote = new IPEndPoint(IPAddress.Loopback, 25),
            Local = new IPEndPoint(IPAddress.IPv6Loopback, 1025),
            Failed = [new FailedAddress(IPAddress.IPv6Any, SocketError.ConnectionRefused, 7)],
        };
        var stage = new StageReport(TestStage.Connect, CheckStatus.Passed, 0, facts, []);
        var report = new ServerTestReport { Kind = TestKind.Outgoing, Target = "", Status = CheckStatus.Passed, DurationMs = 0, Stages = [stage] };
        using var json = JsonDocument.Parse(ReportText.Json(report));
        Assert.Equal(
            """{"remote":"127.0.0.1:25","local":"[::1]:1025","failed":[{"address":"::","error":"ConnectionRefused","elapsedMs":7}]}""",
            JsonSerializer.Serialize(json.RootElement.GetProperty("stages")[0].GetProperty("facts")));
        Assert.Equal(["remote: 127.0.0.1:25", "local: [::1]:1025", "failed[0].address: ::", "failed[0].error: ConnectionRefused", "failed[0].elapsedMs: 7"], stage.FactLines);
    }

    [Fact]
    public void The_time_limit_allows_a_device_code_its_whole_lifetime()
    {
        Assert.Equal((120, 1020), (new ServerTestCall().Timeouts.Total.TotalSeconds, new ServerTestCall { DeviceCode = _ => { } }.Timeouts.Total.TotalSeconds));
        Assert.Equal(60, new ServerTestCall { DeviceCode = _ => { }, TimeoutSec = 60 }.Timeouts.Total.TotalSeconds);
    }

    [Fact]
    public async Task Default_time_limits_fit_into_that_of_the_test()
    {
        var limits = new TestTimeouts { Total = TimeSpan.FromSeconds(10) };
        Assert.Equal((5, 5), (limits.EffectiveConnect.TotalSeconds, limits.EffectiveReply.TotalSeconds));
        Assert.Equal((10, 30), (new TestTimeouts().EffectiveConnect.TotalSeconds, new TestTimeouts().EffectiveReply.TotalSeconds));
        await using var silent = Scripts.Silent();
        var report = await _bench.OutgoingAsync(silent, request => request with { Timeouts = new TestTimeouts { Total = TimeSpan.FromSeconds(12) } });
        // The probes still had time.
        Expect.Primary(report, "Reply.TimedOut", TestStage.Greeting);
        Assert.Equal("the connection has ended", Expect.Stage(report, TestStage.Quit).SkipReason);
    }
}
