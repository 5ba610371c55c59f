using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using EmailSettings.Core.OAuth.Http;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.OAuth;

/// <summary>
/// Accesses mail with Microsoft Graph 1.0 (learn.microsoft.com/graph/api/resources/mail-api-overview). Server failures are
/// outcomes, not exceptions. Every method throws <see cref="ArgumentException"/> if the root is not https, since the token would
/// be sent in plaintext, and <see cref="OperationCanceledException"/> if canceled.
/// </summary>
public sealed class GraphClient : IDisposable
{
    // For everything except messages.
    private const int MaxBodyLength = 1024 * 1024;

    private readonly OAuthHttpOptions _options;
    private readonly HttpClient _client;
    private readonly Redactor _redactor;

    /// <summary>Creates a client.</summary>
    public GraphClient(OAuthHttpOptions? options = null)
    {
        _options = options ?? new OAuthHttpOptions();
        _redactor = _options.Redactor ?? new Redactor();
        _client = new HttpClient(OAuthHttp.CreateHandler(_options, new HandshakeWatch())) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Reads the inbox: <c>GET /users/{mailbox}/mailFolders/inbox</c>.</summary>
    /// <param name="graphRoot">The root of Graph, for example <see cref="CloudEndpoints.GraphResource"/>.</param>
    /// <param name="mailbox">The user principal name or the object ID.</param>
    /// <param name="token">A token for Graph.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns><see cref="GraphOutcome.TotalItemCount"/>.</returns>
    public Task<GraphOutcome> FindInboxAsync(Uri graphRoot, string mailbox, AccessToken token, CancellationToken cancellationToken = default) =>
        GetAsync(graphRoot, mailbox, "mailFolders/inbox", token, body => body.Member("totalItemCount") is { ValueKind: JsonValueKind.Number } count && count.TryGetInt64(out var total)
            ? new GraphOutcome { Status = GraphStatus.Done, TotalItemCount = total }
            : null, cancellationToken);

    /// <summary>
    /// Sends a message unchanged: <c>POST /users/{mailbox}/sendMail</c> in MIME format. Graph saves a copy in Sent Items.
    /// </summary>
    /// <param name="graphRoot">The root of Graph.</param>
    /// <param name="mailbox">The sending mailbox.</param>
    /// <param name="message">The message with header and body (RFC 5322).</param>
    /// <param name="token">A Graph token with the permission Mail.Send.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>
    /// <see cref="GraphStatus.Done"/> if Graph accepted it (202); <see cref="GraphOutcome.MayBeDone"/> if there was no answer.
    /// </returns>
    public async Task<GraphOutcome> SendMailAsync(Uri graphRoot, string mailbox, ReadOnlyMemory<byte> message, AccessToken token, CancellationToken cancellationToken = default)
    {
        using var request = Request(HttpMethod.Post, graphRoot, mailbox, "sendMail", token);
        request.Content = new StringContent(Convert.ToBase64String(message.Span), Encoding.ASCII, MediaTypeNames.Text.Plain);
        return await ExchangeAsync(request, async (response, stop) =>
        {
            var answer = await ReadTextAsync(response, stop).ConfigureAwait(false);
            return answer.Status == 202 ? new GraphOutcome { Status = GraphStatus.Done } : Refusal(answer);
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds a message by its Message-ID in a folder.</summary>
    /// <param name="graphRoot">The root of Graph.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="folder">A well-known name: <c>inbox</c>, <c>junkemail</c>.</param>
    /// <param name="messageId">The Message-ID including angle brackets.</param>
    /// <param name="token">A token for Graph.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns><see cref="GraphOutcome.Message"/>; null if it was not found.</returns>
    public Task<GraphOutcome> FindMessageAsync(
        Uri graphRoot, string mailbox, string folder, string messageId, AccessToken token, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(messageId);
        var filter = Uri.EscapeDataString($"internetMessageId eq '{messageId.Replace("'", "''", StringComparison.Ordinal)}'");
        return GetAsync(graphRoot, mailbox, $"mailFolders/{Uri.EscapeDataString(folder)}/messages?$filter={filter}&$select=id,receivedDateTime&$top=1", token, body =>
            body.Member("value") is { ValueKind: JsonValueKind.Array } found
                ? new GraphOutcome { Status = GraphStatus.Done, Message = found.EnumerateArray().Select(Message).FirstOrDefault() }
                : null, cancellationToken);
    }

    /// <summary>Reads a raw message: <c>GET /users/{mailbox}/messages/{id}/$value</c>.</summary>
    /// <param name="graphRoot">The root of Graph.</param>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="id">The Graph id of the message.</param>
    /// <param name="maxBytes">The maximum number of bytes to read.</param>
    /// <param name="token">A token for Graph.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>
    /// <see cref="GraphOutcome.Content"/>, one byte longer than <paramref name="maxBytes"/> if the message is longer.
    /// </returns>
    public async Task<GraphOutcome> ReadMessageAsync(
        Uri graphRoot, string mailbox, string id, int maxBytes, AccessToken token, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        using var request = Request(HttpMethod.Get, graphRoot, mailbox, $"messages/{Uri.EscapeDataString(id)}/$value", token);
        return await ExchangeAsync(request, async (response, stop) => response.IsSuccessStatusCode
            ? new GraphOutcome { Status = GraphStatus.Done, Content = await ReadBytesAsync(response, maxBytes + 1, stop).ConfigureAwait(false) }
            : Refusal(await ReadTextAsync(response, stop).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        _client.Dispose();
        if (_options.Redactor is null) _redactor.Dispose();
    }

    private async Task<GraphOutcome> GetAsync(
        Uri graphRoot, string mailbox, string path, AccessToken token, Func<JsonElement?, GraphOutcome?> read, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, graphRoot, mailbox, path, token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaTypeNames.Application.Json));
        return await ExchangeAsync(request, async (response, stop) =>
        {
            var answer = await ReadTextAsync(response, stop).ConfigureAwait(false);
            return answer.Status == 200 && read(JsonText.ParseObject(Encoding.UTF8.GetBytes(answer.Body))) is { } outcome ? outcome : Refusal(answer);
        }, cancellationToken).ConfigureAwait(false);
    }

    private HttpRequestMessage Request(HttpMethod method, Uri graphRoot, string mailbox, string path, AccessToken token)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mailbox);
        if (graphRoot.Scheme != Uri.UriSchemeHttps) throw new ArgumentException("Graph requires https.", nameof(graphRoot));
        _redactor.HideSecret(token.Utf8.Span);
        _redactor.HideUser(mailbox);
        var request = new HttpRequestMessage(method, new Uri(graphRoot, $"/v1.0/users/{Uri.EscapeDataString(mailbox)}/{path}"));
        // A token with a control character is the endpoint's fault; Graph's 401 reports it better than an exception.
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Encoding.UTF8.GetString(token.Utf8.Span)}");
        return request;
    }

    private async Task<GraphOutcome> ExchangeAsync(
        HttpRequestMessage request, Func<HttpResponseMessage, CancellationToken, Task<GraphOutcome>> read, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.TimeLimit);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            var requestId = response.Headers.TryGetValues("request-id", out var ids) ? _redactor.Line(ids.First()) : null;
            return await read(response, limit.Token).ConfigureAwait(false) with { HttpStatus = (int)response.StatusCode, RequestId = requestId };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var seconds = _options.TimeLimit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
            return new GraphOutcome { Status = GraphStatus.Unreachable, Detail = $"{request.RequestUri!.Authority} did not answer within {seconds} s.", MayBeDone = true };
        }
        catch (HttpRequestException e)
        {
            return new GraphOutcome
            {
                Status = HttpFailureText.IsTlsError(e) ? GraphStatus.Untrusted : GraphStatus.Unreachable,
                Detail = _redactor.Clean(HttpFailureText.Explain(e)),
                MayBeDone = e.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse or HttpRequestError.Unknown,
            };
        }
        catch (IOException e)
        {
            // The connection broke after the response header.
            return new GraphOutcome { Status = GraphStatus.Unreachable, Detail = _redactor.Clean(DisplayText.Shorten(e.Message, 500)), MayBeDone = true };
        }
    }

    private static async Task<HttpAnswer> ReadTextAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(MaxBodyLength, cancellationToken).ConfigureAwait(false);
        return await HttpAnswer.ReadAsync(response, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while (kept.Length < maxBytes && (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            kept.Write(buffer, 0, (int)Math.Min(read, maxBytes - kept.Length));
        return kept.GetBuffer().AsMemory(0, (int)kept.Length);
    }

    private static GraphMessage? Message(JsonElement found)
    {
        JsonElement? item = found;
        var received = item.Text("receivedDateTime");
        return item.Text("id") is { Length: > 0 } id
            ? new GraphMessage(id, DateTimeOffset.TryParse(received, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null)
            : null;
    }

    private GraphOutcome Refusal(HttpAnswer answer)
    {
        var error = JsonText.ParseObject(Encoding.UTF8.GetBytes(answer.Body)).Member("error");
        return new GraphOutcome
        {
            Status = StatusOf(answer.Status, error.Text("code")),
            ErrorCode = _redactor.Line(error.Text("code")),
            ServerText = _redactor.Line(error.Text("message") ?? answer.Body),
            RetryAfter = answer.RetryAfter,
        };
    }

    private static GraphStatus StatusOf(int status, string? code) => (status, code) switch
    {
        (404, "MailboxNotEnabledForRESTAPI") => GraphStatus.NotEnabled,
        (_, "ErrorSendAsDenied") => GraphStatus.SenderDenied,
        (_, "ErrorInvalidRecipients") => GraphStatus.RecipientRefused,
        (413, _) or (_, "ErrorMessageSizeExceeded") => GraphStatus.TooLarge,
        (401, _) => GraphStatus.TokenRefused,
        (403, _) => GraphStatus.AccessDenied,
        (404, _) => GraphStatus.NotFound,
        (429, _) => GraphStatus.Throttled,
        _ => GraphStatus.Other,
    };
}
