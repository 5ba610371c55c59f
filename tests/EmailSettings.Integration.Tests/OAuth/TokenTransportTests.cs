using System.Net;
using System.Net.Sockets;
using EmailSettings.Core.OAuth;
using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Servers;
using EmailSettings.Integration.Tests.Tokens;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Integration.Tests.OAuth;

/// <summary>The connection to a token endpoint: TLS, proxy, silence, throttling, and invalid answers.</summary>
public sealed class TokenTransportTests(TestCertificateAuthority authority) : TokenEndpointTests(authority)
{
    [Fact]
    public async Task A_private_authority_is_not_trusted_without_its_root()
    {
        using var client = new TokenClient(Options with { ExtraRoots = [] });

        using var outcome = await client.AcquireForApplicationAsync(Endpoint.Request(), Utf8(Directory.ClientSecret));

        Assert.Equal(TokenFailureKind.Untrusted, outcome.Failure?.Kind);
        Assert.Equal(CertificateProblem.UnknownRoot, outcome.Failure?.CertificateProblem);
        Assert.Empty(Directory.Requests);
    }

    [Theory]
    [InlineData("expired", CertificateProblem.Expired)]
    [InlineData("not yet", CertificateProblem.NotYetValid)]
    [InlineData("name", CertificateProblem.NameMismatch)]
    [InlineData("other root", CertificateProblem.IncompleteChain)]
    public async Task A_bad_certificate_is_refused_though_the_root_is_trusted(string what, CertificateProblem reason)
    {
        using var other = new TestCertificateAuthority();
        await using var bad = await TokenEndpoint.StartAsync(what == "other root" ? other : Authority, what switch
        {
            "expired" => ServerCertificateOptions.Expired,
            "not yet" => ServerCertificateOptions.NotYetValid,
            "name" => ServerCertificateOptions.WrongName,
            _ => null,
        });
        using var client = new TokenClient(Options);

        using var outcome = await client.AcquireForApplicationAsync(bad.Request(), Utf8(bad.Directory.ClientSecret));

        Assert.Equal(TokenFailureKind.Untrusted, outcome.Failure?.Kind);
        Assert.Equal(reason, outcome.Failure?.CertificateProblem);
        Assert.DoesNotContain(reason.ToString(), outcome.Failure?.Detail, StringComparison.Ordinal);
        Assert.Empty(bad.Directory.Requests);
    }

    [Fact]
    public async Task A_host_that_starts_like_no_valid_name_is_rejected_for_its_certificate()
    {
        Assert.True(OAuthAuthority.TryParse($"https://_login.example.test/{Guid.NewGuid():D}", out var odd));
        await using var proxy = new ConnectProxy(Endpoint.Port);
        using var client = new TokenClient(Options with { Proxy = new WebProxy(proxy.Address) });

        using var outcome = await client.AcquireForApplicationAsync(Endpoint.Request() with { Authority = odd }, Utf8(Directory.ClientSecret));

        Assert.Equal(TokenFailureKind.Untrusted, outcome.Failure?.Kind);
        Assert.Equal(CertificateProblem.NameMismatch, outcome.Failure?.CertificateProblem);
        Assert.Empty(Directory.Requests);
    }

    [Fact]
    public async Task A_port_that_nobody_listens_on_is_unreachable()
    {
        Assert.True(OAuthAuthority.TryParse($"https://localhost:{ClosedPort()}/{Guid.NewGuid():D}", out var nobody));
        using var client = new TokenClient(Options);

        using var outcome = await client.AcquireForApplicationAsync(Endpoint.Request() with { Authority = nobody }, "secret"u8);

        Assert.Equal(TokenFailureKind.Unreachable, outcome.Failure?.Kind);
        Assert.NotNull(outcome.Failure?.Detail);
    }

    [Fact]
    public async Task A_silent_endpoint_ends_with_the_time_limit()
    {
        Directory.Silence = new TaskCompletionSource();
        using var client = new TokenClient(Options with { TimeLimit = TimeSpan.FromMilliseconds(300) });

        using var application = await client.AcquireForApplicationAsync(Endpoint.Request(), Utf8(Directory.ClientSecret));
        using var user = await client.AcquireForUserAsync(Endpoint.Request(), Directory.UserName, Utf8(Directory.UserPassword));

        Assert.Equal(TokenFailureKind.Unreachable, application.Failure?.Kind);
        Assert.Equal(TokenFailureKind.Unreachable, user.Failure?.Kind);
    }

    [Fact]
    public async Task Cancelling_ends_a_silent_acquisition_of_every_grant()
    {
        Directory.Silence = new TaskCompletionSource();
        using var client = new TokenClient(Options);
        var grants = new Func<CancellationToken, Task<TokenOutcome>>[]
        {
            stop => client.AcquireForApplicationAsync(Endpoint.Request(), Utf8(Directory.ClientSecret), stop),
            stop => client.AcquireForUserAsync(Endpoint.Request(), Directory.UserName, Utf8(Directory.UserPassword), stop),
            stop => client.AcquireByDeviceCodeAsync(Endpoint.Request(), _ => { }, stop),
        };
        foreach (var acquire in grants)
        {
            using var stop = new CancellationTokenSource();
            var acquisition = acquire(stop.Token);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => acquisition);
        }
    }

    [Fact]
    public async Task An_explicit_proxy_is_used()
    {
        await using var proxy = new ConnectProxy(Endpoint.Port);
        using var client = new TokenClient(Options with { Proxy = new WebProxy(proxy.Address) });

        using var outcome = await client.AcquireForApplicationAsync(Endpoint.Request(), Utf8(Directory.ClientSecret));

        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        Assert.Equal([$"localhost:{Endpoint.Port}"], proxy.Targets);
    }

    [Fact]
    public async Task A_proxy_that_refuses_is_unreachable()
    {
        await using var proxy = new ConnectProxy(targetPort: 0);
        using var client = new TokenClient(Options with { Proxy = new WebProxy(proxy.Address) });

        using var outcome = await client.AcquireForApplicationAsync(Endpoint.Request(), Utf8(Directory.ClientSecret));

        Assert.Equal(TokenFailureKind.Unreachable, outcome.Failure?.Kind);
        Assert.Contains("502", outcome.Failure?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_of_a_proxy_that_refuses_is_not_shown()
    {
        await using var proxy = new ConnectProxy(targetPort: 0);
        using var client = new TokenClient(Options with { Proxy = new WebProxy(new UriBuilder(proxy.Address) { UserName = "u", Password = "pr0xy-pass" }.Uri) });

        using var outcome = await client.AcquireForApplicationAsync(Endpoint.Request(), Utf8(Directory.ClientSecret));

        Assert.Equal(TokenFailureKind.Unreachable, outcome.Failure?.Kind);
        Assert.DoesNotContain("pr0xy-pass", outcome.Failure?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Throttling_tells_how_long_to_wait_and_is_asked_once()
    {
        Directory.RawAnswer = new RawAnswer(429, """{"error":"temporarily_unavailable"}""", RetryAfter: "120");

        using var outcome = await AcquireForApplicationAsync();

        Assert.Equal(TokenFailureKind.Throttled, outcome.Failure?.Kind);
        Assert.Equal((429, TimeSpan.FromSeconds(120)), (outcome.Failure?.HttpStatus, outcome.Failure?.RetryAfter));
        Assert.Single(Directory.Requests);
    }

    [Theory]
    [InlineData(429, "120")]
    [InlineData(429, null)]
    [InlineData(503, "120")]
    [InlineData(500, null)]
    public async Task A_throttled_run_does_not_affect_the_next_run(int status, string? retryAfter)
    {
        Directory.RawAnswer = new RawAnswer(status, """{"error":"server_error","error_description":"first"}""", RetryAfter: retryAfter) { PathEnd = "/token" };
        using var firstApplication = await AcquireForApplicationAsync();
        using var firstUser = await AcquireForUserAsync();
        Directory.RawAnswer = null;

        using var application = await AcquireForApplicationAsync();
        using var user = await AcquireForUserAsync();

        Assert.Equal((status, status), (firstApplication.Failure?.HttpStatus, firstUser.Failure?.HttpStatus));
        Assert.True(application.Succeeded, application.Failure?.ToString());
        Assert.True(user.Succeeded, user.Failure?.ToString());
    }

    [Fact]
    public async Task The_second_error_is_the_servers_own_not_the_first_one_again()
    {
        Directory.RawAnswer = new RawAnswer(429, """{"error":"temporarily_unavailable","error_description":"slow down"}""", RetryAfter: "120") { PathEnd = "/token" };
        using var first = await AcquireForUserAsync();
        Directory.RawAnswer = null;

        using var second = await AcquireForUserAsync(password: "wrong");

        Assert.Equal((TokenFailureKind.Throttled, TokenFailureKind.PasswordWrong), (first.Failure?.Kind, second.Failure?.Kind));
    }

    [Theory]
    [InlineData(200, "<html>Sign in to the hotel</html>", "text/html")]
    [InlineData(200, "{}", "application/json")]
    [InlineData(200, """{"access_token":"x"}""", "application/json")]
    [InlineData(200, """{"access_token":7,"token_type":[]}""", "application/json")]
    [InlineData(403, "<html>blocked</html>", "text/html")]
    [InlineData(400, "", "application/json")]
    [InlineData(400, "[[[", "application/json; charset=nonsense")]
    [InlineData(503, "gone fishing", "text/plain")]
    public async Task An_invalid_answer_is_a_failure_and_never_an_exception(int status, string body, string type)
    {
        Directory.RawAnswer = new RawAnswer(status, body, type);

        using var application = await AcquireForApplicationAsync();
        using var realm = await AcquireForUserAsync();
        Directory.RawAnswer = Directory.RawAnswer with { PathEnd = "/token" };
        using var user = await AcquireForUserAsync();

        Assert.All([application, realm, user], outcome =>
            Assert.Equal((TokenFailureKind.NotAnEndpoint, status), (outcome.Failure?.Kind, outcome.Failure?.HttpStatus)));
        Assert.All([application, realm, user], outcome => Assert.DoesNotContain("Exception", outcome.Failure?.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_endless_answer_is_cut_off()
    {
        Directory.RawAnswer = new RawAnswer(200, new string('x', 3 * 1024 * 1024));

        using var outcome = await AcquireForApplicationAsync();

        Assert.Equal(TokenFailureKind.NotAnEndpoint, outcome.Failure?.Kind);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_the_secret()
    {
        await using var elsewhere = await TokenEndpoint.StartAsync(Authority);
        Directory.RawAnswer = new RawAnswer(307, "", Location: new Uri(elsewhere.Root, "/stolen").AbsoluteUri);

        using var outcome = await AcquireForApplicationAsync();

        Assert.Equal((TokenFailureKind.NotAnEndpoint, 307, "localhost"), (outcome.Failure?.Kind, outcome.Failure?.HttpStatus, outcome.Failure?.RedirectHost));
        Assert.Empty(elsewhere.Directory.Requests);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
