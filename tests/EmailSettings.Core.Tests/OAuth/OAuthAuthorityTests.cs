using EmailSettings.Core.OAuth;

namespace EmailSettings.Core.Tests.OAuth;

public sealed class OAuthAuthorityTests
{
    private const string Tenant = "11111111-2222-3333-4444-555555555555";

    [Theory]
    [InlineData("https://login.microsoftonline.com/" + Tenant)]
    [InlineData("https://login.microsoftonline.com/" + Tenant + "/")]
    [InlineData("https://login.example.org:8443/" + Tenant)]
    public void Any_https_host_with_a_tenant_GUID_is_an_authority(string text)
    {
        Assert.True(OAuthAuthority.TryParse(text, out var authority));
        Assert.Equal(Guid.Parse(Tenant), authority.TenantId);
        Assert.Equal(text.TrimEnd('/'), authority.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("login.microsoftonline.com/" + Tenant)]
    [InlineData("http://login.microsoftonline.com/" + Tenant)]
    [InlineData("https://login.microsoftonline.com/common")]
    [InlineData("https://login.microsoftonline.com/contoso.onmicrosoft.com")]
    [InlineData("https://login.microsoftonline.com/" + Tenant + "/v2.0")]
    [InlineData("https://login.microsoftonline.com/" + Tenant + "?a=b")]
    [InlineData("https://login.microsoftonline.com/" + Tenant + "#a")]
    [InlineData("https://user:pass@login.microsoftonline.com/" + Tenant)]
    public void Anything_else_is_not_an_authority(string? text) => Assert.False(OAuthAuthority.TryParse(text, out _));
}
