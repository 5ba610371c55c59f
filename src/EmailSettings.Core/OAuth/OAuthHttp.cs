using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Core.OAuth;

/// <summary>
/// Connections to token endpoints and Graph: TLS 1.2 and later, verified; no redirect, since a redirected request
/// would carry the secret to another host; no cookies. Revocation is not asked for, as in every HTTP client of .NET.
/// </summary>
internal static class OAuthHttp
{
    // id-kp-serverAuth (RFC 5280 section 4.2.1.12).
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>A handler to be shared by the requests of one client.</summary>
    public static SocketsHttpHandler CreateHandler(OAuthHttpOptions options) => new()
    {
        Proxy = options.Proxy,
        UseProxy = true,
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = options.TimeLimit,
        SslOptions = new SslClientAuthenticationOptions
        {
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                Verify(certificate as X509Certificate2, chain, errors, options.ExtraRoots),
        },
    };

    /// <summary>Whether an error lies in the TLS of the endpoint, not on the way to it.</summary>
    public static bool IsTlsError(HttpRequestException error) => error.HttpRequestError == HttpRequestError.SecureConnectionError;

    /// <summary>An error of the way in a sentence: the innermost cause says more than what wraps it.</summary>
    public static string Explain(HttpRequestException error) =>
        error.InnerException is AuthenticationException tls ? DisplayText.Shorten(tls.Message, 500)
        : DisplayText.Shorten(error.Message, 500);

    // Throws where it refuses, so that the reason travels with the exception and not through shared state.
    private static bool Verify(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors, X509Certificate2Collection extraRoots)
    {
        if (errors == SslPolicyErrors.None) return true;
        if (certificate is null || chain is null) throw new AuthenticationException("The server sent no certificate.");
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            throw new AuthenticationException($"The certificate '{certificate.Subject}' is not for this host name.");
        if (extraRoots.Count == 0) throw Refusal(certificate, chain);

        using var own = BuildOwnChain(certificate, chain, extraRoots);
        return own.ChainStatus.Length == 0 ? true : throw Refusal(certificate, own);
    }

    private static X509Chain BuildOwnChain(X509Certificate2 certificate, X509Chain sent, X509Certificate2Collection extraRoots)
    {
        var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        foreach (var extra in extraRoots)
        {
            var isRoot = extra.SubjectName.RawData.AsSpan().SequenceEqual(extra.IssuerName.RawData);
            (isRoot ? chain.ChainPolicy.CustomTrustStore : chain.ChainPolicy.ExtraStore).Add(extra);
        }
        chain.Build(certificate);
        return chain;
    }

    private static AuthenticationException Refusal(X509Certificate2 certificate, X509Chain chain) => new(
        $"The certificate '{certificate.Subject}' is not trusted: {string.Join(", ", chain.ChainStatus.Select(status => status.Status).Distinct())}.");
}
