using EmailSettings.Messages.Headers;

namespace EmailSettings.Messages.Tests;

public sealed class HeaderTraceTests
{
    [Fact]
    public void Hops_are_in_the_order_of_travel_with_their_delays()
    {
        var hops = ReceivedTrace.Read([
            "from relay.example.net (relay.example.net [192.0.2.7]) by mx.example.org (Postfix; by hand) with ESMTPS id 1; Fri, 27 Nov 2026 10:05:30 +0000",
            "from client by relay.example.net with ESMTPA; Fri, 27 Nov 2026 11:00:00 +0100 (CET)",
            "by nowhere without a date",
        ]);
        Assert.Equal([null, "client", "relay.example.net"], hops.Select(hop => hop.From));
        Assert.Equal(["nowhere", "relay.example.net", "mx.example.org"], hops.Select(hop => hop.By));
        Assert.Equal([null, null, TimeSpan.FromSeconds(330)], hops.Select(hop => hop.Waited));
    }

    [Fact]
    public void Only_verdicts_of_the_named_server_count()
    {
        string[] fields =
        [
            "mx.example.org; spf=pass smtp.mailfrom=bounce@bounces.sender.example; dkim=pass header.d=other.example; dmarc=fail (p=none) header.from=sender.example",
            "evil.example; spf=pass smtp.mailfrom=sender.example; dkim=pass header.d=sender.example; dmarc=pass header.from=sender.example",
            "mx.example.org; dkim=fail reason=\"bad signature\" header.i=@sender.example",
        ];
        var (server, verdicts) = AuthenticationTrace.Read(fields, "MX.example.org", "sender.example");
        Assert.Equal("MX.example.org", server);
        Assert.Equal([("spf", "pass", true), ("dkim", "pass", false), ("dmarc", "fail", true), ("dkim", "fail", true)], verdicts.Select(verdict => (verdict.Method, verdict.Result, verdict.IsAligned)));
        Assert.Equal("bounces.sender.example", verdicts[0].Domain);
    }

    [Fact]
    public void Without_a_name_the_topmost_field_names_the_server()
    {
        var (server, verdicts) = AuthenticationTrace.Read(["mx.example.org; none", "evil.example; spf=pass smtp.mailfrom=a.example"], null, "a.example");
        Assert.Equal("mx.example.org", server);
        Assert.Empty(verdicts);
    }

    [Fact]
    public void No_field_gives_no_server() => Assert.Null(AuthenticationTrace.Read([], null, null).Server);

    [Theory]
    [InlineData("example.org", "example.org", true)]
    [InlineData("mail.example.org", "EXAMPLE.ORG", true)]
    [InlineData("example.org", "news.example.org", true)]
    [InlineData("example.org", "example.com", false)]
    [InlineData("badexample.org", "example.org", false)]
    [InlineData("org", "example.org", false)]
    [InlineData("a.co.uk", "b.co.uk", null)]
    public void Alignment_is_determined_where_possible(string domain, string from, bool? expected) => Assert.Equal(expected, DomainAlignment.IsAligned(domain, from));
}
