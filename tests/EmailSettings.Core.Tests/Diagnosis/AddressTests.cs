using System.Net;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>Hosts with several addresses, and the client's EHLO name.</summary>
public sealed class AddressTests : IDisposable
{
    private static readonly IPAddress Second = IPAddress.Parse("127.0.0.2");

    private readonly TestBench _bench = new();

    public AddressTests() => _bench.With(services => services with { Resolver = new StubResolver(IPAddress.Loopback, Second) });

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("554 5.7.1 no")]
    [InlineData("421 4.3.2 later")]
    [InlineData("SSH-2.0-OpenSSH_9.2")]
    public async Task The_next_address_is_tried_where_the_first_one_fails(string greeting)
    {
        await using var first = new ScriptedServer($"S: {greeting}");
        await using var second = Works(first.Port);
        var report = await _bench.OutgoingAsync(first);
        Assert.Null(report.Primary);
        var finding = Expect.Noted(report, "Connect.AddressFails", TestStage.Connect);
        Assert.Contains("127.0.0.1", finding.Cause, StringComparison.Ordinal);
        Assert.Contains("127.0.0.2", finding.Cause, StringComparison.Ordinal);
        Expect.Passed(report, TestStage.Greeting, TestStage.Capabilities, TestStage.Quit);
    }

    [Fact]
    public async Task A_silent_address_costs_seconds()
    {
        await using var first = Scripts.Silent();
        await using var second = Works(first.Port);
        var report = await _bench.OutgoingAsync(first, request => request with { Timeouts = TestBench.Impatient with { Reply = TimeSpan.FromSeconds(20), Total = TimeSpan.FromSeconds(40) } });
        Assert.Null(report.Primary);
        Assert.Contains("within 7 s", Expect.Noted(report, "Connect.AddressFails", TestStage.Connect).Cause, StringComparison.Ordinal);
        Assert.InRange(report.DurationMs, 6_500, 15_000);
    }

    [Fact]
    public async Task If_no_address_works_the_one_that_answered_is_reported_first()
    {
        await using var first = Scripts.Silent();
        await using var second = new ScriptedServer(connection => connection.PlayAsync("S: 554 5.7.1 no"), Second, first.Port);
        var report = await _bench.OutgoingAsync(first, request => request with { Timeouts = TestBench.Impatient });
        Expect.Primary(report, "Greeting.Refused", TestStage.Greeting);
        Expect.Noted(report, "Connect.AddressFails", TestStage.Connect, Severity.Info);
    }

    [Fact]
    public async Task A_refused_login_is_not_repeated_at_other_addresses()
    {
        await using var first = Scripts.Smtp(["AUTH PLAIN"], "C: AUTH", "S: 535 5.7.8 no", "C: QUIT", "S: 221 bye");
        await using var second = Works(first.Port);
        var report = await _bench.OutgoingAsync(first, request => request with { Authentication = TestAuthentication.Basic, User = "mailer", Password = _bench.Secret("pass") });
        Expect.Primary(report, "Authenticate.Rejected", TestStage.Authenticate);
        Assert.Empty(second.Received);
    }

    [Fact]
    public async Task One_address_family_can_be_requested()
    {
        await using var server = Works();
        _bench.With(services => services with { Resolver = new StubResolver(IPAddress.IPv6Loopback, Second) });
        var report = await _bench.OutgoingAsync(server, request => request with { AddressFamily = TestAddressFamily.IPv4 });
        Expect.Passed(report, TestStage.Dns, TestStage.Connect, TestStage.Greeting);

        _bench.With(services => services with { Resolver = new StubResolver(IPAddress.Loopback) });
        var none = await _bench.OutgoingAsync(server, request => request with { AddressFamily = TestAddressFamily.IPv6 });
        Assert.Contains("IPv6", Expect.Primary(none, "Dns.NotFound", TestStage.Dns).Cause, StringComparison.Ordinal);
        var literal = await _bench.OutgoingAsync(server, request => request with { Host = "127.0.0.1", AddressFamily = TestAddressFamily.IPv6 });
        Expect.Primary(literal, "Settings.Invalid", TestStage.Settings);
    }

    [Fact]
    public async Task The_name_given_with_EHLO_can_be_chosen_and_is_shown()
    {
        await using var server = Works();
        _bench.With(services => services with { Resolver = new StubResolver(Second) });
        var report = await _bench.OutgoingAsync(server, request => request with { HeloName = "app.contoso.example" });
        Assert.Contains("EHLO app.contoso.example", server.Received);
        Assert.Contains(Expect.Stage(report, TestStage.Capabilities).FactLines, line => line.Contains("app.contoso.example", StringComparison.Ordinal));
        var wrong = await _bench.OutgoingAsync(server, request => request with { HeloName = "two words" });
        Expect.Primary(wrong, "Settings.Invalid", TestStage.Settings);
    }

    private static ScriptedServer Works(int port = 0) =>
        new(connection => connection.PlayAsync(Scripts.SmtpLines(Scripts.PlainSmtp, "C: QUIT", "S: 221 bye")), Second, port);
}
