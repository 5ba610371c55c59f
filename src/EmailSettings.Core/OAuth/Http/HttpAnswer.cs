namespace EmailSettings.Core.OAuth.Http;

/// <summary>An HTTP answer as it came.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The body as text. It may hold a token: never kept longer than the exchange.</param>
/// <param name="RedirectHost">The host in the header Location of a redirect to another one.</param>
/// <param name="RetryAfter">Header Retry-After (RFC 9110 section 10.2.3), never negative.</param>
internal sealed record HttpAnswer(int Status, string Body, string? RedirectHost, TimeSpan? RetryAfter)
{
    /// <summary>Reads an answer whose content is buffered.</summary>
    public static async Task<HttpAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        string body;
        try
        {
            body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            // The server named a charset that does not exist.
            body = string.Empty;
        }
        return new HttpAnswer((int)response.StatusCode, body, RedirectHostOf(response), WaitTime(response));
    }

    /// <summary>Never the body.</summary>
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
