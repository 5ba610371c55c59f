using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Servers;
using EmailSettings.Integration.Tests.Servers.Cases;
using EmailSettings.Testing;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Integration.Tests.Diagnosis;

/// <summary>Servers other than Postfix and Dovecot: every supported configuration, and the most common mistakes.</summary>
[Collection(MailSystem.Name)]
public sealed class RealServerTests(RealServers servers) : IClassFixture<RealServers>
{
    public static TheoryData<string, string> Ways => [.. ServerKinds.All.SelectMany(kind => kind.Ways, (kind, way) => (kind.Name, way.Name))];

    public static TheoryData<string, string> MistakesMade => [.. ServerKinds.All.SelectMany(kind => kind.Mistakes, (kind, expected) => (kind.Name, expected.Mistake.Name))];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_configuration_works(string server, string way)
    {
        var kind = ServerKinds.Named(server);
        Skip.IfMissing(kind.Fault);
        var one = kind.Ways.Single(one => one.Name == way);
        var running = await servers.GetAsync(kind, ServerOptions.Usual);
        var report = await servers.Bench.Tests.TestAsync(one.Request(running, servers.Bench));
        Reports.Passed(report, [.. one.Stages]);
        if (one.Mechanism is not null) Assert.Equal(one.Mechanism, Assert.IsType<AuthenticateFacts>(Reports.Stage(report, TestStage.Authenticate).Facts).Mechanism);
        Reports.HoldsNone(report, running.Password);
    }

    [Theory]
    [MemberData(nameof(MistakesMade))]
    public async Task Every_mistake_is_named(string server, string mistake)
    {
        var kind = ServerKinds.Named(server);
        Skip.IfMissing(kind.Fault);
        var expected = kind.Mistakes.Single(one => one.Mistake.Name == mistake);
        var running = await servers.GetAsync(kind, expected.Mistake.Options);
        await using var other = expected.Mistake.IsBusy ? await LineClient.ConnectWhenServedAsync(running.StartTlsPort) : null;
        using var strangers = expected.Mistake.TrustsIssuer ? null : new TestCertificateAuthority();
        using var distrusting = strangers is null ? null : new MailSystemBench(strangers);
        var bench = distrusting ?? servers.Bench;
        var report = await bench.Tests.TestAsync(expected.Mistake.Request(running, bench));
        Reports.Primary(report, expected.Id, expected.Stage);
        Reports.HoldsNone(report, running.Password, Mistakes.OtherPassword);
    }
}
