namespace EmailSettings.Mail.Tls;

/// <summary>
/// Finds out whether an address answers at all, without a thread that waits for it. What it answers is the chain engine's to judge, which
/// reaches it by the same HTTP client.
/// </summary>
internal static class AddressProbe
{
    // A redirection is an answer.
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    /// <summary>Whether anything came in time.</summary>
    /// <param name="address">An HTTP address.</param>
    /// <param name="limit">How long to wait.</param>
    public static async Task<bool> AnswersAsync(Uri address, TimeSpan limit)
    {
        using var stop = new CancellationTokenSource(limit);
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        request.Headers.ConnectionClose = true;
        try
        {
            using var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
