using System.Diagnostics;
using System.Net;

namespace EmailSettings.Core.OAuth.Http;

/// <summary>
/// Records the last raw response of an acquisition, and hides from MSAL what would make it cache a failure. MSAL has a
/// process-wide throttling cache, keyed by client, authority and scope, that answers instead of the server after a Retry-After
/// header (any client) and after 429 and 5xx (public clients), and cannot be disabled: without the header and with 400 instead of
/// those statuses, it caches nothing.
/// </summary>
/// <param name="inner">The inner handler.</param>
/// <param name="minInterval">The minimum time between an answer and the next request: MSAL polls for a device code without a
/// pause if the server specifies no interval or 0, which should mean 5 seconds (RFC 8628 section 3.2).</param>
internal sealed class HttpExchangeRecorder(HttpMessageHandler inner, TimeSpan minInterval) : DelegatingHandler(inner)
{
    private const int MaxBodyLength = 1024 * 1024;

    private long? _lastAnswered;

    /// <summary>The last response; null if there is none yet.</summary>
    public HttpAnswer? LastAnswer { get; private set; }

    /// <summary>The address of the last request; null if there is none yet.</summary>
    public Uri? LastAddress { get; private set; }

    /// <summary>The error of the last request; null if it was answered.</summary>
    public HttpRequestException? LastError { get; private set; }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_lastAnswered is { } since && minInterval - Stopwatch.GetElapsedTime(since) is { Ticks: > 0 } wait)
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
