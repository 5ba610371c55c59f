using System.Net;
using EmailSettings.Core.OAuth;
using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Servers;

namespace EmailSettings.Integration.Tests.OAuth;

/// <summary>Changes the proxy of the whole process, so nothing runs in parallel.</summary>
[Collection(ProcessWide.Name)]
public sealed class SystemProxyTests(TestCertificateAuthority authority) : TokenEndpointTests(authority)
{
    [Fact]
    public async Task The_system_proxy_is_used_if_none_is_specified()
    {
        await using var proxy = new ConnectProxy(Endpoint.Port);
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy(proxy.Address);
        try
        {
            using var client = new TokenClient(Options with { Proxy = null });
            using var outcome = await client.AcquireForApplicationAsync(Endpoint.Request(), Utf8(Directory.ClientSecret));

            Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
            Assert.Equal([$"localhost:{Endpoint.Port}"], proxy.Targets);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }
}
