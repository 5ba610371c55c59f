using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.OAuth.Http;

/// <summary>
/// HTTP connections to token endpoints and Graph: TLS 1.2 or later, verified; no redirects, which would send the secret to
/// another host; no cookies. Revocation is not checked, as is the default for .NET HTTP clients.
/// </summary>
internal static class OAuthHttp
{
    /// <summary>Creates a handler to share between the requests of a client.</summary>
    /// <param name="options">The connection options.</param>
    /// <param name="watch">Receives whether a handshake is waiting for its answer.</param>
    public static SocketsHttpHandler CreateHandler(OAuthHttpOptions options, HandshakeWatch watch)
    {
        var tls = new TlsOptions { ExtraRoots = options.ExtraRoots };
        return new SocketsHttpHandler
        {
            Proxy = options.Proxy,
            UseProxy = true,
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = options.TimeLimit,
            ConnectCallback = (context, cancellation) => ConnectAsync(context, watch, cancellation),
            SslOptions = new SslClientAuthenticationOptions
            {
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                CertificateChainPolicy = CertificateVerifier.HandshakePolicy(tls),
                RemoteCertificateValidationCallback = (connection, certificate, chain, _) => Verify((SslStream)connection, certificate as X509Certificate2, chain, tls),
            },
        };
    }

    // Connects like the handler's default.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, HandshakeWatch watch, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);
            return new HandshakeGuard(new NetworkStream(socket, ownsSocket: true), watch);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Throws instead of returning false, so that the exception carries the reason.
    private static bool Verify(SslStream connection, X509Certificate2? certificate, X509Chain? chain, TlsOptions tls)
    {
        if (certificate is null || chain is null) throw new EndpointTlsException("it sent no certificate.", CertificateProblem.Missing);
        var facts = CertificateVerifier.Verify(certificate, chain, connection.TargetHostName, tls);
        return facts.Problems.Count == 0 ? true : throw RejectedCertificate.Of(facts);
    }
}
