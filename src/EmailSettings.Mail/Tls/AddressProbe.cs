using System.Net;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// Checks whether an address answers at all, without blocking a thread. The chain engine, which uses the same HTTP client, judges
/// the content.
/// </summary>
internal static class AddressProbe
{
    /// <summary>Whether anything answered in time.</summary>
    /// <param name="address">An HTTP URL.</param>
    /// <param name="mailServer">The address of the server whose certificate names the URL.</param>
    /// <param name="limit">How long to wait.</param>
    public static async Task<bool> AnswersAsync(Uri address, IPAddress? mailServer, TimeSpan limit)
    {
        using var stop = new CancellationTokenSource(limit);
        // A redirect counts as an answer.
        using var http = RestrictedHttp.Client(mailServer, followsRedirections: false);
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        request.Headers.ConnectionClose = true;
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
