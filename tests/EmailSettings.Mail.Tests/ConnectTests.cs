using System.Net;
using System.Net.Sockets;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Smtp;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Mail.Tests;

public sealed class ConnectTests
{
    [Theory]
    [InlineData(SocketError.HostNotFound, MailFailureKind.HostNotFound)]
    [InlineData(SocketError.NoData, MailFailureKind.HostNotFound)]
    [InlineData(SocketError.TryAgain, MailFailureKind.ResolutionFailed)]
    [InlineData(SocketError.NoRecovery, MailFailureKind.ResolutionFailed)]
    public async Task A_name_that_does_not_exist_is_distinguished_from_a_resolver_that_fails(SocketError error, MailFailureKind kind)
    {
        await using var session = Session("mail.example.test", 25, new StubResolver(error));
        Assert.Equal(kind, (await session.ResolveAsync(default)).Failure!.Kind);
        Assert.Equal(kind, (await session.ConnectAsync(default)).Failure!.Kind);
    }

    [Fact]
    public async Task A_name_without_an_address_is_not_found()
    {
        await using var session = Session("mail.example.test", 25, new StubResolver());
        Assert.Equal(MailFailureKind.HostNotFound, (await session.ResolveAsync(default)).Failure!.Kind);
    }

    [Theory]
    [InlineData("mail example.test")]
    [InlineData("mail.example.test\r\nRCPT")]
    [InlineData("mail\0.example.test")]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a..example.test")]
    [InlineData("mail/example.test")]
    [InlineData("-mail.example.test")]
    [InlineData("mail-.example.test")]
    [InlineData("xn--zz.example.test")]
    [InlineData("xn--.example.test")]
    [InlineData("mail.example.test:25")]
    [InlineData("[mail.example.test]")]
    [InlineData("x\u00ad\ud800.example.test")]
    public async Task An_invalid_host_name_is_refused_before_it_is_resolved(string host)
    {
        var resolver = new StubResolver(IPAddress.Loopback);
        await using var session = Session(host, 25, resolver);
        var failure = (await session.ConnectAsync(default)).Failure!;
        Assert.Equal(MailFailureKind.InvalidInput, failure.Kind);
        Assert.Equal("Host", failure.Argument);
        Assert.Null(resolver.Asked);
    }

    [Fact]
    public async Task A_host_name_of_300_characters_is_refused()
    {
        await using var session = Session(string.Join('.', Enumerable.Repeat("abcdefghi", 30)), 25, new StubResolver(IPAddress.Loopback));
        Assert.Equal(MailFailureKind.InvalidInput, (await session.ResolveAsync(default)).Failure!.Kind);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65536)]
    public async Task A_port_out_of_range_is_refused(int port)
    {
        await using var session = Session("mail.example.test", port, new StubResolver(IPAddress.Loopback));
        Assert.Equal("Port", (await session.ConnectAsync(default)).Failure!.Argument);
    }

    [Theory]
    [InlineData("bücher.example.test", "xn--bcher-kva.example.test")]
    [InlineData("MAIL.Example.test.", "mail.example.test")]
    [InlineData("with_underscore.example.test", "with_underscore.example.test")]
    [InlineData("_begins.with.example.test", "_begins.with.example.test")]
    [InlineData("r3---sn.example.test", "r3---sn.example.test")]
    public async Task A_name_is_looked_up_in_A_labels(string host, string asked)
    {
        var resolver = new StubResolver(IPAddress.Loopback);
        await using var session = Session(host, 25, resolver);
        Assert.Equal(asked, (await session.ResolveAsync(default)).Facts!.Name);
        Assert.Equal(asked, resolver.Asked);
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("[::1]", "::1")]
    [InlineData("::1", "::1")]
    public async Task A_literal_needs_no_lookup(string host, string address)
    {
        var resolver = new StubResolver();
        await using var session = Session(host, 25, resolver);
        var facts = (await session.ResolveAsync(default)).Facts!;
        Assert.True(facts.IsLiteral);
        Assert.Equal([IPAddress.Parse(address)], facts.Addresses);
        Assert.Null(resolver.Asked);
    }

    [Fact]
    public void The_families_are_tried_in_turn()
    {
        IPAddress[] given = [IPAddress.Parse("2001:db8::1"), IPAddress.Parse("2001:db8::2"), IPAddress.Parse("192.0.2.1"), IPAddress.Parse("192.0.2.1")];
        Assert.Equal([given[0], given[2], given[1]], HostLookup.Interleave(given));
    }

    [Fact]
    public async Task A_port_where_nothing_listens_is_refused()
    {
        var port = await ClosedPortAsync();
        await using var session = Session("mail.example.test", port, new StubResolver(IPAddress.Loopback));
        var result = await session.ConnectAsync(default);
        Assert.Equal(MailFailureKind.ConnectionRefused, result.Failure!.Kind);
        Assert.Equal([(IPAddress.Loopback, SocketError.ConnectionRefused)], result.Facts!.Failed.Select(failed => (failed.Address, failed.Error)));
        Assert.Null(result.Facts.Remote);
    }

    [Fact]
    public async Task The_next_address_is_tried_and_the_failed_one_recorded()
    {
        await using var server = new ScriptedServer("S: 220 ready");
        var elsewhere = IPAddress.Parse("127.0.0.2");
        await using var session = Session("mail.example.test", server.Port, new StubResolver(elsewhere, IPAddress.Loopback));
        var result = await session.ConnectAsync(default);
        Assert.True(result.Succeeded);
        Assert.Equal(IPAddress.Loopback, result.Facts.Remote!.Address);
        Assert.Equal(elsewhere, Assert.Single(result.Facts.Failed).Address);
    }

    [Fact]
    public async Task An_address_that_is_silent_does_not_hold_up_the_next()
    {
        using var full = new FullListener();
        await using var server = new ScriptedServer(connection => connection.PlayAsync("S: 220 ready"), IPAddress.Loopback, full.Port);
        await using var session = Session("mail.example.test", full.Port, new StubResolver(FullListener.Address, IPAddress.Loopback), TimeSpan.FromMinutes(2));
        var result = await session.ConnectAsync(default);
        Assert.True(result.Succeeded);
        Assert.Equal(IPAddress.Loopback, result.Facts.Remote!.Address);
        Assert.Empty(result.Facts.Failed);
    }

    [Fact]
    public async Task Silence_from_every_address_times_out()
    {
        using var full = new FullListener();
        await using var session = Session("mail.example.test", full.Port, new StubResolver(FullListener.Address), TimeSpan.FromMilliseconds(300));
        var result = await session.ConnectAsync(default);
        Assert.Equal(MailFailureKind.ConnectionTimedOut, result.Failure!.Kind);
        Assert.Equal(SocketError.TimedOut, Assert.Single(result.Facts!.Failed).Error);
    }

    [Fact]
    public async Task IPv6_is_connected_to()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "There is no IPv6 here.");
        await using var server = new ScriptedServer(connection => connection.PlayAsync("S: 220 ready"), IPAddress.IPv6Loopback);
        await using var session = Session("[::1]", server.Port, new StubResolver());
        var result = await session.ConnectAsync(default);
        Assert.True(result.Succeeded);
        Assert.Equal(IPAddress.IPv6Loopback, result.Facts.Remote!.Address);
    }

    private static SmtpSession Session(string host, int port, IHostResolver resolver, TimeSpan? connect = null) => new(new MailSessionOptions
    {
        Endpoint = new MailEndpoint(host, port, TlsMode.None),
        Resolver = resolver,
        Timeouts = new MailTimeouts { Connect = connect ?? TimeSpan.FromSeconds(10) },
    });

    private static async Task<int> ClosedPortAsync()
    {
        await using var server = new ScriptedServer("S: 220 ready");
        return server.Port;
    }
}
