using System.Globalization;
using System.Text.Json;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Reports;

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
            var token = new TokenStageFacts { For = "Imap", ExpiresAt = new DateTimeOffset(2026, 11, 27, 12, 3, 23, TimeSpan.Zero) };
            Assert.Equal("for Imap, until 12:03:23Z", new StageReport(TestStage.Token, CheckStatus.Passed, 1, token, [], null).Summary);
            Assert.Equal("the server names no limit, the settings let 104,857,600 bytes pass", new StageReport(TestStage.Limits, CheckStatus.Passed, 1, new LimitsStageFacts { EffectiveMailBytes = 104_857_600 }, [], null).Summary);
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
    public async Task The_stages_stand_in_the_order_of_the_contract()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: QUIT", "S: 221 bye");
        var report = await _bench.OutgoingAsync(server);
        Assert.Equal(Enum.GetValues<TestStage>().Except([TestStage.Mailbox]), report.Stages.Select(stage => stage.Stage));
        Assert.All(report.Stages, stage => Assert.Equal(stage.Status == CheckStatus.Skipped, stage.SkipReason is not null));
    }

    [Fact]
    public void Every_record_of_facts_has_a_JSON()
    {
        var types = typeof(StageFacts).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(StageFacts)) && !type.IsAbstract).ToList();
        Assert.True(types.Count >= Enum.GetValues<TestStage>().Length);
        Assert.All(types, type =>
        {
            var facts = (StageFacts)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
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

    [Fact]
    public void A_person_has_the_life_of_a_device_code_to_enter_it()
    {
        Assert.Equal((120, 1020), (new ServerTestCall().Timeouts.Total.TotalSeconds, new ServerTestCall { DeviceCode = _ => { } }.Timeouts.Total.TotalSeconds));
        Assert.Equal(60, new ServerTestCall { DeviceCode = _ => { }, TimeoutSec = 60 }.Timeouts.Total.TotalSeconds);
    }

    [Fact]
    public async Task Time_limits_that_were_not_given_fit_into_the_tests()
    {
        var limits = new TestTimeouts { Total = TimeSpan.FromSeconds(10) };
        Assert.Equal((5, 5), (limits.EffectiveConnect.TotalSeconds, limits.EffectiveReply.TotalSeconds));
        Assert.Equal((10, 30), (new TestTimeouts().EffectiveConnect.TotalSeconds, new TestTimeouts().EffectiveReply.TotalSeconds));
        await using var silent = Scripts.Silent();
        var report = await _bench.OutgoingAsync(silent, request => request with { Timeouts = new TestTimeouts { Total = TimeSpan.FromSeconds(12) } });
        // The further looks still had their time.
        Expect.Primary(report, "Reply.TimedOut", TestStage.Greeting);
        Assert.Equal("Greeting failed", Expect.Stage(report, TestStage.Quit).SkipReason);
    }
}
