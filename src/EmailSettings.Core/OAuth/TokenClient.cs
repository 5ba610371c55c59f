using System.Text;
using EmailSettings.Core.OAuth.Http;
using EmailSettings.Mail.Redaction;
using Microsoft.Identity.Client;

namespace EmailSettings.Core.OAuth;

/// <summary>
/// Acquires tokens with MSAL: one application object per acquisition, no cache, no retries, no logging. Server failures are
/// outcomes, not exceptions.
/// </summary>
public sealed class TokenClient : IDisposable
{
    private static readonly TimeSpan MinPollInterval = TimeSpan.FromSeconds(1);

    private readonly OAuthHttpOptions _options;
    private readonly HandshakeWatch _watch = new();
    private readonly SocketsHttpHandler _handler;
    private readonly Redactor _redactor;

    /// <summary>Creates a client.</summary>
    public TokenClient(OAuthHttpOptions? options = null)
    {
        _options = options ?? new OAuthHttpOptions();
        _redactor = _options.Redactor ?? new Redactor();
        _handler = OAuthHttp.CreateHandler(_options, _watch);
    }

    /// <summary>Acquires a token for OAuth Service: client credentials (RFC 6749 section 4.4).</summary>
    /// <param name="request">The token request.</param>
    /// <param name="clientSecret">UTF-8, not empty. MSAL accepts secrets only as strings, so one exists during the call.</param>
    /// <param name="cancellationToken">Cancels the acquisition.</param>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public Task<TokenOutcome> AcquireForApplicationAsync(
        TokenRequest request, ReadOnlySpan<byte> clientSecret, CancellationToken cancellationToken = default)
    {
        var secret = ReadSecret(clientSecret, nameof(clientSecret));
        _redactor.HideSecret(clientSecret);
        return RunAsync(request, TokenGrant.ClientCredentials, (factory, limit) =>
            ConfidentialClientApplicationBuilder.Create(request.ClientId.ToString("D"))
                .WithClientSecret(secret)
                .WithAuthority(request.Authority.Address)
                .WithInstanceDiscovery(false)
                .WithHttpClientFactory(factory, retryOnceOn5xx: false)
                .Build()
                .AcquireTokenForClient([request.EffectiveCloud.ApplicationScope(request.Purpose)])
                .ExecuteAsync(limit.Token), cancellationToken);
    }

    /// <summary>
    /// Acquires a token for OAuth User: user name and password (RFC 6749 section 4.3). Fails if a second factor is required.
    /// </summary>
    /// <param name="request">The token request.</param>
    /// <param name="userName">The user principal name.</param>
    /// <param name="password">UTF-8, not empty; a string of it exists during the call.</param>
    /// <param name="cancellationToken">Cancels the acquisition.</param>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public Task<TokenOutcome> AcquireForUserAsync(
        TokenRequest request, string userName, ReadOnlySpan<byte> password, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userName);
        var secret = ReadSecret(password, nameof(password));
        _redactor.HideSecret(password);
        _redactor.HideUser(userName);
        return RunAsync(request, TokenGrant.Password, (factory, limit) =>
#pragma warning disable CS0618 // MSAL discourages the password grant; the platform's "OAuth User" is just that, and no other user's grant is unattended.
            BuildPublicClient(request, factory)
                .AcquireTokenByUsernamePassword([request.EffectiveCloud.DelegatedScope(request.Purpose)], userName, secret)
#pragma warning restore CS0618
                .ExecuteAsync(limit.Token), cancellationToken);
    }

    /// <summary>Acquires a token by device code (RFC 8628).</summary>
    /// <param name="request">The token request.</param>
    /// <param name="show">Shows the code and the address; the acquisition then waits until the code expires.</param>
    /// <param name="cancellationToken">Cancels the acquisition.</param>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public Task<TokenOutcome> AcquireByDeviceCodeAsync(
        TokenRequest request, Action<DeviceCodePrompt> show, CancellationToken cancellationToken = default) =>
        RunAsync(request, TokenGrant.DeviceCode, (factory, limit) =>
            BuildPublicClient(request, factory)
                .AcquireTokenWithDeviceCode([request.EffectiveCloud.DelegatedScope(request.Purpose)], code =>
                {
                    // MSAL accepts an answer without a code, and would prompt for an empty one.
                    if (string.IsNullOrEmpty(code.DeviceCode) || string.IsNullOrEmpty(code.UserCode) || string.IsNullOrEmpty(code.VerificationUrl))
                        throw new InvalidOperationException("The answer has no device code.");
                    // From here on the user sets the pace, and the code's expiry is the limit.
                    limit.CancelAfter(Timeout.InfiniteTimeSpan);
                    show(Prompt(code));
                    return Task.CompletedTask;
                })
                .ExecuteAsync(limit.Token), cancellationToken);

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        _handler.Dispose();
        if (_options.Redactor is null) _redactor.Dispose();
    }

    private static IPublicClientApplication BuildPublicClient(TokenRequest request, IMsalHttpClientFactory factory) =>
        PublicClientApplicationBuilder.Create(request.ClientId.ToString("D"))
            .WithAuthority(request.Authority.Address)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(factory, retryOnceOn5xx: false)
            .Build();

    // Microsoft sends a sentence for the user; the standard does not define one.
    private static DeviceCodePrompt Prompt(DeviceCodeResult code)
    {
        var (user, url) = (DisplayText.Shorten(code.UserCode), DisplayText.Shorten(code.VerificationUrl, 500));
        var message = string.IsNullOrWhiteSpace(code.Message) ? $"To sign in, open {url} in a browser and enter the code {user}." : DisplayText.Shorten(code.Message, 500);
        return new DeviceCodePrompt(user, url, code.ExpiresOn, message);
    }

    private static string ReadSecret(ReadOnlySpan<byte> secret, string name) => secret.IsEmpty
        ? throw new ArgumentException("The secret is empty.", name)
        : Encoding.UTF8.GetString(secret);

    private async Task<TokenOutcome> RunAsync(
        TokenRequest request,
        TokenGrant grant,
        Func<IMsalHttpClientFactory, CancellationTokenSource, Task<AuthenticationResult>> acquire,
        CancellationToken cancellationToken)
    {
        var recorder = new HttpExchangeRecorder(_handler, grant == TokenGrant.DeviceCode ? MinPollInterval : TimeSpan.Zero);
        var report = new TokenFailureReport(request.Authority, grant, _redactor, recorder, _watch);
        using var client = new HttpClient(recorder, disposeHandler: false) { Timeout = _options.TimeLimit };
        _watch.IsWaiting = false;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.TimeLimit);
        try
        {
            // MSAL does not pass the cancellation token to all requests; WaitAsync cancels the wait anyway.
            var result = await acquire(new MsalHttpClientFactory(client), limit).WaitAsync(limit.Token).ConfigureAwait(false);
            return Succeed(result, request.Purpose);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new TokenOutcome(report.TimedOut(_options.TimeLimit));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever MSAL throws because of the server is a server failure.
            return new TokenOutcome(report.Failed(e));
        }
    }

    private static TokenOutcome Succeed(AuthenticationResult result, TokenPurpose purpose)
    {
        if (result.AccessToken.AsSpan().IndexOfAnyExceptInRange(' ', '~') is >= 0 and var index) return new TokenOutcome(TokenFailureReport.Unusable(result.AccessToken[index]));
        var facts = JwtDecoder.Decode(result.AccessToken);
        return new TokenOutcome(new AccessToken(result.AccessToken), facts with { For = purpose, ExpiresAt = facts.ExpiresAt ?? result.ExpiresOn });
    }
}
