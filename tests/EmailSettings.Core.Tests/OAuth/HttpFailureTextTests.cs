using System.ComponentModel;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using EmailSettings.Core.OAuth.Http;

namespace EmailSettings.Core.Tests.OAuth;

public sealed class HttpFailureTextTests
{
    [Theory]
    [InlineData("error:0A00042E:SSL routines::tlsv1 alert protocol version", "'protocol version'")]
    [InlineData("error:0A000410:SSL routines::sslv3 alert handshake failure", "'handshake failure'")]
    [InlineData("error:0A00045C:SSL routines::tlsv13 alert certificate required", "client certificate")]
    [InlineData("error:0A000412:SSL routines::sslv3 alert bad certificate", "client certificate")]
    [InlineData("error:0A000102:SSL routines::unsupported protocol", "TLS 1.2")]
    [InlineData("error:0A00010B:SSL routines::wrong version number", "wrong version number")]
    public void A_refused_handshake_is_explained_by_its_innermost_cause(string cause, string said)
    {
        var during = new HttpRequestException(HttpRequestError.SecureConnectionError, "outer", new AuthenticationException("see inner exception", new CryptographicException(cause)));
        // With TLS 1.3 a client can complete the handshake before it is rejected.
        var after = new HttpRequestException(HttpRequestError.Unknown, "An error occurred while sending the request.", new IOException("decryption failed", new CryptographicException(cause)));

        Assert.All([during, after], error =>
        {
            Assert.True(HttpFailureText.IsTlsError(error));
            Assert.Contains(said, HttpFailureText.Explain(error), StringComparison.Ordinal);
            Assert.DoesNotContain("::", HttpFailureText.Explain(error), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void An_error_of_the_Windows_security_library_is_a_TLS_error_and_one_of_a_socket_is_not()
    {
        var library = new HttpRequestException(HttpRequestError.Unknown, "outer", new IOException("middle", new Win32Exception(-2146893007, "No common algorithm.")));
        var socket = new HttpRequestException(HttpRequestError.Unknown, "outer", new IOException("middle", new SocketException((int)SocketError.ConnectionReset)));

        Assert.True(HttpFailureText.IsTlsError(library));
        Assert.Contains("No common algorithm.", HttpFailureText.Explain(library), StringComparison.Ordinal);
        Assert.False(HttpFailureText.IsTlsError(socket));
        Assert.DoesNotContain("outer", HttpFailureText.Explain(socket), StringComparison.Ordinal);
    }

    [Fact]
    public void The_user_info_of_the_systems_proxy_is_masked()
    {
        var error = new HttpRequestException(HttpRequestError.ProxyTunnelError, "The proxy tunnel request to proxy 'http://u:pr0xy@proxy.example:3128/' failed.");
        var refused = new HttpRequestException(HttpRequestError.ProxyTunnelError, error.Message, null, HttpStatusCode.ProxyAuthenticationRequired);

        Assert.Equal("The proxy tunnel request to proxy 'http://***@proxy.example:3128/' failed.", HttpFailureText.Explain(error));
        Assert.Contains("407", HttpFailureText.Explain(refused), StringComparison.Ordinal);
        Assert.DoesNotContain("pr0xy", HttpFailureText.Explain(refused), StringComparison.Ordinal);
    }
}
