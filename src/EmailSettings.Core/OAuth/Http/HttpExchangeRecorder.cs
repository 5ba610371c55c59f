using System.Diagnostics;
using System.Net;

namespace EmailSettings.Core.OAuth.Http;

/// <summary>
/// Keeps the last answer of one acquisition as the server gave it, before MSAL puts it into words of its own, and hides
/// from MSAL what would make it remember a failure. MSAL keeps a process-wide cache, keyed by client, authority and
/// scope, that answers for the server after a Retry-After header (any client) and after 429 and 5xx (public clients),
/// and offers no switch for it: without the header and with 400 in place of those, it stores nothing.
/// </summary>
/// <param name="inner">Sends the requests.</param>
/// <param name="leastGap">
/// The least time from one answer to the next request: MSAL polls for a device code without a pause where the server
/// names no interval or 0, which RFC 8628 section 3.2 reads as 5 seconds.
/// </param>
internal sealed class HttpExchangeRecorder(HttpMessageHandler inner, TimeSpan leastGap) : DelegatingHandler(inner)
{
    private const int MaxBodyLength = 1024 * 1024;

    private long? _lastAnswered;

    /// <summary>The last answer; null before the first one.</summary>
    public HttpAnswer? LastAnswer { get; private set; }

    /// <summary>Where the last request went; null before the first one.</summary>
    public Uri? LastAddress { get; private set; }

    /// <summary>What kept the last request from an answer; null where there is one.</summary>
    public HttpRequestException? LastError { get; private set; }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_lastAnswered is { } since && leastGap - Stopwatch.GetElapsedTime(since) is { Ticks: > 0 } wait)
            await Task.Delay(wait, cancellationToken).ConfigureAwait(false);
        LastAddress = request.RequestUri;
        LastAnswer = null;
        LastError = null;
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(MaxBodyLength, cancellationToken).ConfigureAwait(false);
            LastAnswer = await HttpAnswer.ReadAsync(response, cancellationToken).ConfigureAwait(false);
            HideFromThrottlingCache(response);
            _lastAnswered = Stopwatch.GetTimestamp();
            return response;
        }
        catch (HttpRequestException e)
        {
            LastError = e;
            throw;
        }
    }

    private static void HideFromThrottlingCache(HttpResponseMessage response)
    {
        response.Headers.RetryAfter = null;
        if (response.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
            response.StatusCode = HttpStatusCode.BadRequest;
    }
}
