using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>Tests that are retried, and why others are not.</summary>
public sealed class RepetitionTests : IDisposable
{
    private static readonly TestRetry Twice = new(2, TimeSpan.Zero);

    private readonly TestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_temporary_failure_is_retried_until_it_has_passed()
    {
        await using var server = new Turns(["S: 421 4.3.2 later"], Works);
        var report = await server.TestAsync(_bench, request => request with { Retry = Twice });
        Assert.Null(report.Primary);
        Assert.Equal((2, null, "Run 2 times."), (report.Attempts, report.NotRepeated, report.Repetition));
    }

    [Fact]
    public async Task The_last_run_is_reported_if_none_passes()
    {
        await using var server = new Turns(["S: 421 4.3.2 later"]);
        var report = await server.TestAsync(_bench, request => request with { Retry = Twice });
        Expect.Primary(report, "Greeting.TryLater", TestStage.Greeting);
        Assert.Equal((3, 3), (report.Attempts, server.Connections));
        Assert.Contains("last attempt", report.NotRepeated, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permanent_failure_is_not_retried_and_that_is_reported()
    {
        await using var server = new Turns(["S: 554 5.7.1 no", "C: QUIT", "S: 221 bye"]);
        var report = await server.TestAsync(_bench, request => request with { Retry = Twice });
        Assert.Equal(1, server.Connections);
        Assert.Equal("Not repeated: Greeting.Refused is not a temporary failure.", report.Repetition);
        Assert.Contains("\"notRepeated\"", ReportText.Json(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_that_passes_does_not_mention_retries()
    {
        await using var server = new Turns(Works);
        Assert.Null((await server.TestAsync(_bench, request => request with { Retry = Twice })).Repetition);
        await using var busy = new Turns(["S: 421 4.3.2 later"]);
        Assert.Null((await busy.TestAsync(_bench, request => request)).Repetition);
        Assert.Equal(1, busy.Connections);
    }

    [Fact]
    public async Task A_message_that_may_have_been_accepted_is_not_sent_again()
    {
        await using var server = new Turns(
            [.. Works[..^2], "C: MAIL", "S: 250 ok", "C: RCPT", "S: 250 ok", "C: DATA", "S: 354 go", .. Enumerable.Repeat("C: line", 2000)]);
        var report = await server.TestAsync(_bench, request => request with
        {
            Retry = Twice,
            SenderAddress = "a@example.test",
            RecipientAddress = "b@example.test",
            Message = new TestMessage(),
            Timeouts = new TestTimeouts { Reply = TimeSpan.FromSeconds(2) },
        });
        Assert.Equal(1, server.Connections);
        Assert.Contains("may have been accepted", report.NotRepeated, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(101, 1)]
    [InlineData(1, -1)]
    [InlineData(1, 100_000)]
    public async Task A_retry_count_out_of_range_is_refused(int count, int pauseSec)
    {
        var report = await _bench.OutgoingAsync(25, request => request with { Retry = new TestRetry(count, TimeSpan.FromSeconds(pauseSec)) });
        Expect.Primary(report, "Settings.Invalid", TestStage.Settings);
    }

    private static readonly string[] Works = Scripts.SmtpLines(Scripts.PlainSmtp, "C: QUIT", "S: 221 bye");

    /// <summary>A server that plays one script per connection, repeating the last one.</summary>
    private sealed class Turns : IAsyncDisposable
    {
        private readonly ScriptedServer _server;
        private int _connections;

        public Turns(params string[][] scripts) =>
            _server = new ScriptedServer(connection => connection.PlayAsync(scripts[Math.Min(Interlocked.Increment(ref _connections), scripts.Length) - 1]));

        public int Connections => _connections;

        public Task<ServerTestReport> TestAsync(TestBench bench, Func<OutgoingTestRequest, OutgoingTestRequest> change) => bench.OutgoingAsync(_server, change);

        public ValueTask DisposeAsync() => _server.DisposeAsync();
    }
}
