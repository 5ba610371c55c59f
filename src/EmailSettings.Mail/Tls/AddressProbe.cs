using System.Net;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// Finds out whether an address answers at all, without a thread that waits for it. What it answers is the chain engine's to
/// judge, which reaches it by the same HTTP client.
/// </summary>
internal static class AddressProbe
{
    /// <summary>Whether anything came in time.</summary>
    /// <param name="address">An HTTP address.</param>
    /// <param name="mailServer">Address of the server whose certificate names it.</param>
    /// <param name="limit">How long to wait.</param>
    public static async Task<bool> AnswersAsync(Uri address, IPAddress? mailServer, TimeSpan limit)
    {
        using var stop = new CancellationTokenSource(limit);
        // A redirection is an answer.
        using var http = OutsideHttp.Client(mailServer, followsRedirections: false);
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
