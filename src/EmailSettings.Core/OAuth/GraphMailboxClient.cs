using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EmailSettings.Core.OAuth.Http;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.OAuth;

/// <summary>Looks for the inbox of a mailbox with Microsoft Graph: <c>GET /v1.0/users/{mailbox}/mailFolders/inbox</c>.</summary>
public sealed class GraphMailboxClient : IDisposable
{
    private const int MaxBodyLength = 1024 * 1024;

    private readonly OAuthHttpOptions _options;
    private readonly HttpClient _client;
    private readonly Redactor _redactor;

    /// <summary>A client that reaches Graph as the options say.</summary>
    public GraphMailboxClient(OAuthHttpOptions? options = null)
    {
        _options = options ?? new OAuthHttpOptions();
        _redactor = _options.Redactor ?? new Redactor();
        _client = new HttpClient(OAuthHttp.CreateHandler(_options, new HandshakeWatch()))
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MaxBodyLength,
        };
    }

    /// <summary>Asks once. A failing server is an outcome, never an exception.</summary>
    /// <param name="graphRoot">The root of Graph, for example <see cref="CloudEndpoints.GraphResource"/>; https alone.</param>
    /// <param name="mailbox">The user principal name or the object ID.</param>
    /// <param name="token">A token for Graph.</param>
    /// <param name="cancellationToken">Ends the request at once.</param>
    /// <exception cref="ArgumentException">The root is not https: the token would travel in clear.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<GraphMailboxOutcome> FindInboxAsync(
        Uri graphRoot, string mailbox, AccessToken token, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mailbox);
        if (graphRoot.Scheme != Uri.UriSchemeHttps) throw new ArgumentException("Graph is reached over https alone.", nameof(graphRoot));

        _redactor.HideSecret(token.Utf8.Span);
        _redactor.HideUser(mailbox);
        var bearer = Encoding.UTF8.GetString(token.Utf8.Span);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(graphRoot, $"/v1.0/users/{Uri.EscapeDataString(mailbox)}/mailFolders/inbox"));
        // A token with a control character is the endpoint's fault; Graph's 401 tells it better than an exception here.
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {bearer}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return await SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        _client.Dispose();
        if (_options.Redactor is null) _redactor.Dispose();
    }

    private async Task<GraphMailboxOutcome> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.TimeLimit);
        try
        {
            using var response = await _client.SendAsync(request, limit.Token).ConfigureAwait(false);
            var requestId = response.Headers.TryGetValues("request-id", out var ids) ? _redactor.Line(ids.First()) : null;
            return Read(await HttpAnswer.ReadAsync(response, limit.Token).ConfigureAwait(false)) with { RequestId = requestId };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var seconds = _options.TimeLimit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
            return new GraphMailboxOutcome
            {
                Status = GraphMailboxStatus.Unreachable,
                Detail = $"{request.RequestUri!.Authority} did not answer within {seconds} s.",
            };
        }
        catch (HttpRequestException e)
        {
            return new GraphMailboxOutcome
            {
                Status = HttpFailureText.IsTlsError(e) ? GraphMailboxStatus.Untrusted : GraphMailboxStatus.Unreachable,
                Detail = _redactor.Clean(HttpFailureText.Explain(e)),
            };
        }
    }

    private GraphMailboxOutcome Read(HttpAnswer answer)
    {
        var body = JsonText.ParseObject(Encoding.UTF8.GetBytes(answer.Body));
        var error = body.Member("error");
        var count = body.Member("totalItemCount");
        var isInbox = answer.Status == 200 && count is { ValueKind: JsonValueKind.Number };
        return new GraphMailboxOutcome
        {
            Status = isInbox ? GraphMailboxStatus.Found : StatusOf(answer.Status, error.Text("code")),
            TotalItemCount = isInbox && count!.Value.TryGetInt64(out var total) ? total : null,
            HttpStatus = answer.Status,
            ErrorCode = _redactor.Line(error.Text("code")),
            ServerText = isInbox ? null : _redactor.Line(error.Text("message") ?? answer.Body),
            RetryAfter = answer.RetryAfter,
        };
    }

    private static GraphMailboxStatus StatusOf(int status, string? code) => status switch
    {
        404 when code == "MailboxNotEnabledForRESTAPI" => GraphMailboxStatus.NotEnabled,
        401 => GraphMailboxStatus.TokenRefused,
        403 => GraphMailboxStatus.AccessDenied,
        404 => GraphMailboxStatus.NotFound,
        429 => GraphMailboxStatus.Throttled,
        _ => GraphMailboxStatus.Other,
    };
}
