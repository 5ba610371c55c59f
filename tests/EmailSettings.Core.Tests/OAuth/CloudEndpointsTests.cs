using EmailSettings.Core.OAuth;

namespace EmailSettings.Core.Tests.OAuth;

public sealed class CloudEndpointsTests
{
    [Theory]
    [InlineData("login.microsoftonline.com", "https://outlook.office365.com/.default", "https://graph.microsoft.com/.default")]
    [InlineData("LOGIN.microsoftonline.US", "https://outlook.office365.us/.default", "https://graph.microsoft.us/.default")]
    [InlineData("login.partner.microsoftonline.cn", "https://partner.outlook.cn/.default", "https://microsoftgraph.chinacloudapi.cn/.default")]
    [InlineData("login.example.org", "https://outlook.office365.com/.default", "https://graph.microsoft.com/.default")]
    public void The_login_host_chooses_the_scopes_of_an_application(string host, string exchange, string graph)
    {
        var cloud = CloudEndpoints.For(host, null);

        Assert.Equal(exchange, cloud.ApplicationScope(TokenPurpose.Imap));
        Assert.Equal(exchange, cloud.ApplicationScope(TokenPurpose.Smtp));
        Assert.Equal(graph, cloud.ApplicationScope(TokenPurpose.Graph));
    }

    [Theory]
    [InlineData("login.microsoftonline.us", "outlook.office365.us", "https://graph.microsoft.us")]
    [InlineData("login.microsoftonline.us", "OUTLOOK-DOD.office365.us", "https://dod-graph.microsoft.us")]
    [InlineData("login.microsoftonline.com", "outlook-dod.office365.us", "https://graph.microsoft.com")]
    public void The_mail_host_distinguishes_clouds_that_share_a_login_host(string login, string mail, string graph) =>
        Assert.Equal(graph, CloudEndpoints.For(login, mail).GraphResource);

    [Fact]
    public void A_user_token_requests_one_permission_by_name()
    {
        Assert.Equal("https://outlook.office.com/IMAP.AccessAsUser.All", CloudEndpoints.Worldwide.DelegatedScope(TokenPurpose.Imap));
        Assert.Equal("https://outlook.office.com/SMTP.Send", CloudEndpoints.Worldwide.DelegatedScope(TokenPurpose.Smtp));
    }

    [Fact]
    public void A_request_may_name_another_resource()
    {
        Assert.True(OAuthAuthority.TryParse("https://login.example.org/11111111-2222-3333-4444-555555555555", out var authority));
        var request = new TokenRequest
        {
            Authority = authority,
            ClientId = Guid.NewGuid(),
            Purpose = TokenPurpose.Imap,
            Resource = new Uri("https://mail.example.org"),
        };

        Assert.Equal("https://mail.example.org/.default", request.EffectiveCloud.ApplicationScope(TokenPurpose.Imap));
        Assert.Equal("https://mail.example.org/IMAP.AccessAsUser.All", request.EffectiveCloud.DelegatedScope(TokenPurpose.Imap));
    }
}
