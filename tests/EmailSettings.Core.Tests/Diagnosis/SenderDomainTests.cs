using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.SenderDomains;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>The stage SenderDomain, against a DNS server of the test.</summary>
public sealed class SenderDomainTests : IDisposable
{
    private readonly TestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_domain_with_everything_passes_and_is_described()
    {
        var spf = "v=spf1 include:_spf.example.test " + new string('a', 300) + " -all";
        await using var dns = new ScriptedDns
        {
            Records =
            {
                ["example.test MX"] = ["10 mx1.example.test", "20 mx2.example.test"],
                ["example.test TXT"] = ["something else", spf, "v=spf10 is no version"],
                ["_dmarc.example.test TXT"] = ["v=DMARC1; p=Reject; rua=mailto:d@example.test"],
            },
        };
        var report = await RunAsync(dns, "a@Example.test");
        Expect.Passed(report, TestStage.SenderDomain);
        var facts = Facts(report);
        Assert.Equal(("example.test", "reject", "example.test"), (facts.Domain, facts.DmarcPolicy, facts.DmarcDomain));
        Assert.Equal(["10 mx1.example.test", "20 mx2.example.test"], facts.MailServers);
        Assert.Equal([spf], facts.Spf);
        Assert.Equal("example.test, MX, SPF, DMARC reject", Expect.Stage(report, TestStage.SenderDomain).Summary);
    }

    [Fact]
    [Provokes("SenderDomain.NoMailServer")]
    [Provokes("SenderDomain.NoSpf")]
    [Provokes("SenderDomain.NoDmarc")]
    public async Task Each_missing_record_is_a_warning()
    {
        await using var dns = new ScriptedDns { Records = { ["example.test TXT"] = [] } };
        var report = await RunAsync(dns, "a@example.test");
        Assert.Equal(["SenderDomain.NoMailServer", "SenderDomain.NoSpf", "SenderDomain.NoDmarc"], Expect.Stage(report, TestStage.SenderDomain).Findings.Select(finding => finding.Id));
        Assert.Null(report.Primary);
    }

    [Fact]
    public async Task The_address_receives_the_mail_of_a_domain_without_MX()
    {
        await using var dns = new ScriptedDns { Records = { ["example.test A"] = ["192.0.2.1"], ["example.test TXT"] = ["v=spf1 -all"], ["_dmarc.example.test TXT"] = ["v=DMARC1; p=none"] } };
        Expect.Passed(await RunAsync(dns, "a@example.test"), TestStage.SenderDomain);
    }

    [Fact]
    public async Task A_domain_with_a_null_MX_is_reported_as_such()
    {
        await using var dns = new ScriptedDns { Records = { ["example.test MX"] = ["0 ."] } };
        Assert.Contains("null MX", Expect.Noted(await RunAsync(dns, "a@example.test"), "SenderDomain.NoMailServer", TestStage.SenderDomain).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_DMARC_record_of_the_domain_above_counts()
    {
        await using var dns = new ScriptedDns { Records = { ["mail.example.test MX"] = ["10 mx.example.test"], ["_dmarc.example.test TXT"] = ["v=DMARC1;p=quarantine"] } };
        var facts = Facts(await RunAsync(dns, "a@mail.example.test"));
        Assert.Equal(("example.test", "quarantine"), (facts.DmarcDomain, facts.DmarcPolicy));
        Assert.DoesNotContain("_dmarc.test TXT", dns.Asked);
    }

    [Fact]
    [Provokes("SenderDomain.SpfAmbiguous")]
    public async Task Two_SPF_records_are_as_good_as_none()
    {
        await using var dns = new ScriptedDns { Records = { ["example.test TXT"] = ["v=spf1 mx -all", "v=spf1 include:x.test -all"] } };
        Expect.Noted(await RunAsync(dns, "a@example.test"), "SenderDomain.SpfAmbiguous", TestStage.SenderDomain);
    }

    [Fact]
    [Provokes("SenderDomain.NotFound")]
    public async Task A_domain_that_does_not_exist_is_the_only_finding()
    {
        await using var dns = new ScriptedDns();
        Assert.Equal(["SenderDomain.NotFound"], Expect.Stage(await RunAsync(dns, "a@example.test"), TestStage.SenderDomain).Findings.Select(finding => finding.Id));
    }

    [Theory]
    [Provokes("SenderDomain.NotKnown")]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(-1)]
    public async Task A_DNS_server_that_fails_gives_no_verdict(int code)
    {
        await using var dns = new ScriptedDns { Code = code };
        var report = await RunAsync(dns, "a@example.test");
        Assert.Equal(["SenderDomain.NotKnown"], Expect.Stage(report, TestStage.SenderDomain).Findings.Select(finding => finding.Id));
        Assert.Null(report.Primary);
    }

    [Fact]
    public async Task DNS_is_only_queried_on_request()
    {
        await using var dns = new ScriptedDns();
        var report = await RunAsync(dns, "a@example.test", wanted: false);
        Expect.Skipped(report, TestStage.SenderDomain);
        Assert.Empty(dns.Asked);
    }

    [Theory]
    [InlineData(null, "Settings.Incomplete")]
    [InlineData("mailer", null)]
    [InlineData("a@[192.0.2.1]", "Settings.Invalid")]
    [InlineData("a@", "Settings.Invalid")]
    public async Task A_sender_without_a_domain_is_refused(string? sender, string? id)
    {
        await using var dns = new ScriptedDns();
        var report = await RunAsync(dns, sender);
        if (id is null) Expect.Noted(report, "SenderDomain.NotFound", TestStage.SenderDomain);
        else Expect.Primary(report, id, TestStage.Settings);
    }

    private static SenderDomainStageFacts Facts(ServerTestReport report) => Assert.IsType<SenderDomainStageFacts>(Expect.Stage(report, TestStage.SenderDomain).Facts);

    private async Task<ServerTestReport> RunAsync(ScriptedDns dns, string? sender, bool wanted = true)
    {
        _bench.With(services => services with { Dns = new DnsRecords(dns.EndPoint) });
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: QUIT", "S: 221 bye");
        return await _bench.OutgoingAsync(server, request => request with { SenderAddress = sender, CheckDomain = wanted, Timeouts = TestBench.Patient with { Connect = TimeSpan.FromSeconds(dns.Code == -1 ? 2 : 60) } });
    }
}
