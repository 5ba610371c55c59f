using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// Fetches an issuer's certificate from the URL in a certificate (RFC 5280 §4.2.2.1). The chain engine can do this too, but
/// caches the result in the user's store, so that the next test would no longer see what the server leaves out.
/// </summary>
internal static class IssuerDownload
{
    private const int MaxBytes = 64 * 1024;
    private const int NameChars = 200;

    private static readonly SharedAnswers<byte[]?> Files = new(TimeSpan.FromSeconds(10));

    /// <summary>
    /// Returns the first issuer that is available over HTTP as a single certificate, for the caller to dispose; null if none is.
    /// </summary>
    /// <param name="certificate">The certificate with the issuer URLs.</param>
    /// <param name="mailServer">The address of the server that sent the certificate.</param>
    /// <param name="limit">The time limit per URL.</param>
    /// <param name="log">Receives one line per URL for the transcript.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled, or nothing came in time.</exception>
    public static async Task<X509Certificate2?> FetchAsync(X509Certificate2 certificate, IPAddress? mailServer, TimeSpan limit, Action<string> log, CancellationToken cancellationToken)
    {
        foreach (var address in CertificateReader.IssuerAddresses(certificate))
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp)
                continue;
            var outcome = "no answer in time";
            try
            {
                var file = await Files.GetAsync(address + RestrictedHttp.Scope(mailServer), limit, () => DownloadAsync(uri, mailServer, limit)).WaitAsync(cancellationToken).ConfigureAwait(false);
                outcome = file is null ? "no usable answer" : "no certificate";
                if (file is null)
                    continue;
                var issuer = X509CertificateLoader.LoadCertificate(file);
                outcome = DisplayText.Shorten(issuer.Subject, NameChars);
                return issuer;
            }
            catch (CryptographicException)
            {
                // Try the next URL.
            }
            finally
            {
                log($"Requested the issuer's certificate from {DisplayText.Shorten(address, NameChars)}: {outcome}");
            }
        }

        return null;
    }

    private static async Task<byte[]?> DownloadAsync(Uri address, IPAddress? mailServer, TimeSpan limit)
    {
        using var stop = new CancellationTokenSource(limit);
        using var http = RestrictedHttp.Client(mailServer, followsRedirections: true);
        http.MaxResponseContentBufferSize = MaxBytes;
        try
        {
            return await http.GetByteArrayAsync(address, stop.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
