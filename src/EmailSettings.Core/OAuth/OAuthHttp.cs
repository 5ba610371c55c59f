using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.OAuth;

/// <summary>
/// Connections to token endpoints and Graph: TLS 1.2 and later, verified; no redirect, since a redirected request
/// would carry the secret to another host; no cookies. Revocation is not asked for, as in every HTTP client of .NET.
/// </summary>
internal static class OAuthHttp
{
    /// <summary>A handler to be shared by the requests of one client.</summary>
    public static SocketsHttpHandler CreateHandler(OAuthHttpOptions options)
    {
        var tls = new TlsOptions { ExtraRoots = options.ExtraRoots };
        return new SocketsHttpHandler
        {
            Proxy = options.Proxy,
            UseProxy = true,
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = options.TimeLimit,
            SslOptions = new SslClientAuthenticationOptions
            {
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                CertificateChainPolicy = CertificateVerifier.HandshakePolicy(tls),
                RemoteCertificateValidationCallback = (connection, certificate, chain, _) => Verify((SslStream)connection, certificate as X509Certificate2, chain, tls),
            },
        };
    }

    /// <summary>Whether an error lies in the TLS of the endpoint, not on the way to it.</summary>
    public static bool IsTlsError(HttpRequestException error) => error.HttpRequestError == HttpRequestError.SecureConnectionError;

    /// <summary>An error of the way in a sentence: the innermost cause says more than what wraps it.</summary>
    public static string Explain(HttpRequestException error) =>
        error.InnerException is AuthenticationException tls ? DisplayText.Shorten(tls.Message, 500)
        : DisplayText.Shorten(error.Message, 500);

    // Throws where it refuses, so that the reason travels with the exception and not through shared state.
    private static bool Verify(SslStream connection, X509Certificate2? certificate, X509Chain? chain, TlsOptions tls)
    {
        if (certificate is null || chain is null) throw new AuthenticationException("The server sent no certificate.");
        var facts = CertificateVerifier.Verify(certificate, chain, connection.TargetHostName, tls);
        return facts.Problems.Count == 0 ? true
            : throw new AuthenticationException($"The certificate '{certificate.Subject}', issued by '{certificate.Issuer}', is refused: {string.Join(", ", facts.Problems)}.");
    }
}
