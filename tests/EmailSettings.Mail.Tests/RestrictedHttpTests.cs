using System.Net;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail.Tests;

/// <summary>URLs in a server's certificate cannot reach services on this machine, unless the server is there itself.</summary>
public sealed class RestrictedHttpTests
{
    private static readonly IPAddress Elsewhere = IPAddress.Parse("192.0.2.7");

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("169.254.169.254")]
    [InlineData("fe80::1%1")]
    public void A_local_address_is_contacted_only_for_the_server_there(string address)
    {
        var near = IPAddress.Parse(address);
        Assert.False(RestrictedHttp.Allows(near, null));
        Assert.False(RestrictedHttp.Allows(near, Elsewhere));
        Assert.False(RestrictedHttp.Allows(near, IPAddress.Parse("127.0.0.99")));
        Assert.True(RestrictedHttp.Allows(near, near));
    }

    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("10.0.0.1")]
    [InlineData("2001:db8::1")]
    public void Any_other_address_is_contacted_for_every_server(string address) => Assert.True(RestrictedHttp.Allows(IPAddress.Parse(address), null));

    [Fact]
    public async Task A_connection_is_refused_whatever_the_name()
    {
        await using var file = new HttpFile { Content = "here"u8.ToArray() };
        var byName = new UriBuilder(file.Address) { Host = "localhost" }.Uri;
        foreach (var address in new[] { new Uri(file.Address), byName })
        {
            using var http = RestrictedHttp.Client(Elsewhere, followsRedirections: true);
            await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync(address));
        }
        using var own = RestrictedHttp.Client(IPAddress.Loopback, followsRedirections: true);
        Assert.Equal("here", await own.GetStringAsync(new Uri(file.Address)));
    }

    [Fact]
    public async Task A_redirect_does_not_bypass_the_check()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            while (await connection.ReadLineAsync() is { Length: > 0 })
                ;
            await connection.SendRawAsync("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2:1/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        });
        using var http = RestrictedHttp.Client(IPAddress.Loopback, followsRedirections: true);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync(new Uri($"http://127.0.0.1:{server.Port}/")));
        Assert.Null(refused.InnerException as System.Net.Sockets.SocketException);
    }
}
