using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// Fetches an issuer's certificate from where a certificate names it (RFC 5280 §4.2.2.1). The chain engine could, but keeps what it has
/// fetched in the user's store, so that the next test would no longer see what the server leaves out.
/// </summary>
internal static class IssuerDownload
{
    private const int MostBytes = 64 * 1024;
    private const int MostRedirections = 3;

    /// <summary>The first issuer that can be had over HTTP as a single certificate, for the caller to dispose; null where none can.</summary>
    /// <exception cref="OperationCanceledException">The caller's token.</exception>
    public static async Task<X509Certificate2?> FetchAsync(X509Certificate2 certificate, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { UseCookies = false, MaxAutomaticRedirections = MostRedirections };
        using var http = new HttpClient(handler) { MaxResponseContentBufferSize = MostBytes };
        foreach (var address in CertificateReading.IssuerAddresses(certificate))
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp)
                continue;
            try
            {
                return X509CertificateLoader.LoadCertificate(await http.GetByteArrayAsync(uri, cancellationToken).ConfigureAwait(false));
            }
            catch (Exception e) when (e is HttpRequestException or CryptographicException)
            {
                // The next address may answer better.
            }
        }

        return null;
    }
}
