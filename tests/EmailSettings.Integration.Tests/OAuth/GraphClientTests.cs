using EmailSettings.Core.OAuth;
using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Tokens;

namespace EmailSettings.Integration.Tests.OAuth;

public sealed class GraphClientTests(TestCertificateAuthority authority) : TokenEndpointTests(authority)
{
    [Fact]
    public async Task An_inbox_is_found_with_its_count()
    {
        Directory.GraphRoles = ["Mail.ReadWrite"];

        var outcome = await FindAsync(TokenPurpose.Graph, Directory.Mailbox);

        Assert.Equal((GraphStatus.Done, 3), (outcome.Status, outcome.TotalItemCount));
    }

    [Fact]
    public async Task A_token_for_Exchange_is_refused()
    {
        var outcome = await FindAsync(TokenPurpose.Imap, Directory.Mailbox);

        Assert.Equal((GraphStatus.TokenRefused, 401, "InvalidAuthenticationToken"), (outcome.Status, outcome.HttpStatus, outcome.ErrorCode));
    }

    [Fact]
    public async Task A_token_without_the_right_is_denied()
    {
        Directory.GraphRoles = ["Mail.Send"];

        var outcome = await FindAsync(TokenPurpose.Graph, Directory.Mailbox);

        Assert.Equal((GraphStatus.AccessDenied, "ErrorAccessDenied"), (outcome.Status, outcome.ErrorCode));
    }

    [Theory]
    [InlineData("nobody@mail.test")]
    [InlineData("../../../introspect?x=")]
    [InlineData("a b/c#d%2e")]
    public async Task A_missing_mailbox_is_named_and_stays_one_path_segment(string mailbox)
    {
        Directory.GraphRoles = ["Mail.Read"];

        var outcome = await FindAsync(TokenPurpose.Graph, mailbox);

        Assert.Equal((GraphStatus.NotFound, "ErrorInvalidUser"), (outcome.Status, outcome.ErrorCode));
    }

    [Fact]
    public async Task Throttling_tells_how_long_to_wait()
    {
        using var token = await AcquireForApplicationAsync(TokenPurpose.Graph);
        Directory.RawAnswer = new RawAnswer(429, """{"error":{"code":"TooManyRequests","message":"wait"}}""", RetryAfter: "7");

        var outcome = await FindAsync(token.Token!, Directory.Mailbox);

        Assert.Equal((GraphStatus.Throttled, TimeSpan.FromSeconds(7)), (outcome.Status, outcome.RetryAfter));
    }

    [Fact]
    public async Task A_token_that_Graph_sends_back_is_redacted()
    {
        using var token = await AcquireForApplicationAsync(TokenPurpose.Graph);
        var text = System.Text.Encoding.UTF8.GetString(token.Token!.Utf8.Span);
        Directory.RawAnswer = new RawAnswer(500, $"you sent {text}", "text/plain");

        var outcome = await FindAsync(token.Token, Directory.Mailbox);

        Assert.Equal((GraphStatus.Other, "you sent [redacted]"), (outcome.Status, outcome.ServerText));
    }

    [Fact]
    public async Task Silence_ends_with_the_time_limit_and_by_cancelling()
    {
        using var token = await AcquireForApplicationAsync(TokenPurpose.Graph);
        Directory.Silence = new TaskCompletionSource();
        using var client = new GraphClient(Options with { TimeLimit = TimeSpan.FromMilliseconds(300) });
        using var patient = new GraphClient(Options);
        using var stop = new CancellationTokenSource();

        var late = await client.FindInboxAsync(Endpoint.Root, Directory.Mailbox, token.Token!);
        var cancelled = patient.FindInboxAsync(Endpoint.Root, Directory.Mailbox, token.Token!, stop.Token);
        await stop.CancelAsync();

        Assert.Equal(GraphStatus.Unreachable, late.Status);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
    }

    [Fact]
    public async Task An_untrusted_host_gets_no_token()
    {
        using var token = await AcquireForApplicationAsync(TokenPurpose.Graph);
        using var client = new GraphClient(Options with { ExtraRoots = [] });

        var outcome = await client.FindInboxAsync(Endpoint.Root, Directory.Mailbox, token.Token!);

        Assert.Equal(GraphStatus.Untrusted, outcome.Status);
        Assert.Single(Directory.Requests);
    }

    [Fact]
    public async Task A_token_is_not_sent_without_TLS()
    {
        using var token = await AcquireForApplicationAsync(TokenPurpose.Graph);
        using var client = new GraphClient(Options);

        await Assert.ThrowsAsync<ArgumentException>(() => client.FindInboxAsync(new Uri("http://localhost/"), Directory.Mailbox, token.Token!));
    }

    private async Task<GraphOutcome> FindAsync(TokenPurpose purpose, string mailbox)
    {
        using var token = await AcquireForApplicationAsync(purpose);
        Assert.True(token.Succeeded, token.Failure?.ToString());
        return await FindAsync(token.Token, mailbox);
    }

    private async Task<GraphOutcome> FindAsync(AccessToken token, string mailbox)
    {
        using var client = new GraphClient(Options);
        return await client.FindInboxAsync(Endpoint.Root, mailbox, token);
    }
}
