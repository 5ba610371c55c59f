namespace EmailSettings.Core.OAuth.Http;

/// <summary>An HTTP response.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body as text. It may contain a token, so it is not kept longer than the exchange.</param>
/// <param name="RedirectHost">The host in the Location header of a redirect to another host.</param>
/// <param name="RetryAfter">The Retry-After header (RFC 9110 section 10.2.3), never negative.</param>
internal sealed record HttpAnswer(int Status, string Body, string? RedirectHost, TimeSpan? RetryAfter)
{
    /// <summary>Reads a buffered response.</summary>
    public static async Task<HttpAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        string body;
        try
        {
            body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            // The server specified an unknown charset.
            body = string.Empty;
        }
        return new HttpAnswer((int)response.StatusCode, body, RedirectHostOf(response), WaitTime(response));
    }

    /// <summary>Never returns the body.</summary>
    public override string ToString() => $"HTTP {Status}";

    private static string? RedirectHostOf(HttpResponseMessage response) =>
        (int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { IsAbsoluteUri: true, Host.Length: > 0 } target ? target.IdnHost : null;

    private static TimeSpan? WaitTime(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? header?.Date - DateTimeOffset.UtcNow;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
