using EmailSettings.Core.OAuth;

namespace EmailSettings.Core.Tests.OAuth;

public sealed class JwtDecoderTests
{
    [Fact]
    public void An_application_token_for_Exchange_gives_all_its_facts()
    {
        var facts = JwtDecoder.Decode(Jwt.Of("""
            {"aud":"https://outlook.office365.com","iss":"https://sts.windows.net/t/","exp":1800000000,"tid":"t","appid":"a",
             "roles":["IMAP.AccessAsApp","SMTP.SendAsApp"]}
            """));

        Assert.True(facts.IsReadable);
        Assert.Equal(["https://outlook.office365.com"], facts.Audiences);
        Assert.Equal(TokenAudience.Exchange, facts.Audience);
        Assert.Equal(TokenRights.Imap | TokenRights.Smtp, facts.Rights);
        Assert.Equal(("t", "a", "https://sts.windows.net/t/"), (facts.TenantId, facts.ApplicationId, facts.Issuer));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1800000000), facts.ExpiresAt);
    }

    [Fact]
    public void A_users_token_keeps_its_scopes_apart()
    {
        var facts = JwtDecoder.Decode(Jwt.Of("""{"aud":"https://outlook.office.com/","scp":"IMAP.AccessAsUser.All  SMTP.Send openid","azp":"a"}"""));

        Assert.Equal(["IMAP.AccessAsUser.All", "SMTP.Send", "openid"], facts.Scopes);
        Assert.Equal(TokenRights.Imap | TokenRights.Smtp | TokenRights.Other, facts.Rights);
        Assert.Equal(TokenAudience.Exchange, facts.Audience);
        Assert.Equal("a", facts.ApplicationId);
    }

    [Theory]
    [InlineData("https://graph.microsoft.com", TokenAudience.Graph)]
    [InlineData("00000003-0000-0000-c000-000000000000", TokenAudience.Graph)]
    [InlineData("https://graph.microsoft.us/", TokenAudience.Graph)]
    [InlineData("00000002-0000-0ff1-ce00-000000000000", TokenAudience.Exchange)]
    [InlineData("https://partner.outlook.cn", TokenAudience.Exchange)]
    [InlineData("https://graph.microsoft.com.evil.example", TokenAudience.Other)]
    public void An_audience_is_recognized_by_its_whole_name(string audience, TokenAudience expected) =>
        Assert.Equal(expected, JwtDecoder.Decode(Jwt.Of($$"""{"aud":"{{audience}}"}""")).Audience);

    [Fact]
    public void Graph_permissions_do_not_count_for_IMAP_or_SMTP()
    {
        var facts = JwtDecoder.Decode(Jwt.Of("""{"aud":["https://graph.microsoft.com"],"roles":["Mail.ReadWrite","Mail.Send"]}"""));

        Assert.Equal(TokenRights.GraphRead | TokenRights.GraphSend, facts.Rights);
    }

    [Theory]
    [InlineData("")]
    [InlineData("opaque")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d.e")]
    [InlineData("a.!!!.c")]
    [InlineData("..")]
    [InlineData("e30.bnVsbA.c2ln")]
    [InlineData("e30.W10.c2ln")]
    [InlineData("e30.eyJhdWQi.c2ln")]
    public void An_unreadable_JWT_has_unknown_facts_and_is_not_an_error(string token) =>
        Assert.Equal(TokenFacts.Unknown, JwtDecoder.Decode(token));

    [Fact]
    public void Claims_of_a_wrong_type_count_as_absent()
    {
        var facts = JwtDecoder.Decode(Jwt.Of("""{"aud":{"a":1},"roles":"IMAP.AccessAsApp","scp":[1,null,"SMTP.Send"],"tid":7,"iss":[],"exp":"soon"}"""));

        Assert.True(facts.IsReadable);
        Assert.Empty(facts.Audiences);
        Assert.Equal(["IMAP.AccessAsApp"], facts.Roles);
        Assert.Equal(["SMTP.Send"], facts.Scopes);
        Assert.Null(facts.TenantId);
        Assert.Null(facts.Issuer);
        Assert.Null(facts.ExpiresAt);
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("-1")]
    [InlineData("253402300800")]
    [InlineData("99999999999999999999999999")]
    public void A_date_out_of_range_counts_as_absent(string exp) =>
        Assert.Null(JwtDecoder.Decode(Jwt.Of($$"""{"exp":{{exp}}}""")).ExpiresAt);

    [Fact]
    public void Hostile_payloads_are_bounded()
    {
        Assert.False(JwtDecoder.Decode(Jwt.Of(new string('[', 5000))).IsReadable);
        Assert.False(JwtDecoder.Decode(Jwt.Of($$"""{"aud":"{{new string('x', 70_000)}}"}""")).IsReadable);
        Assert.Equal(200, JwtDecoder.Decode(Jwt.Of($$"""{"roles":[{{string.Join(',', Enumerable.Repeat("\"r\"", 5000))}}]}""")).Roles.Count);
        Assert.Null(JwtDecoder.Decode(Jwt.Of("""{"iss":"\ud800"}""")).Issuer);
    }
}
