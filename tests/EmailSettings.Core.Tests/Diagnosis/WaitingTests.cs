using EmailSettings.Core.ServerTests;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>The cost of waiting for servers. Not in parallel, since the threads of the whole process are counted.</summary>
[Collection(NotParallel.Name)]
public sealed class WaitingTests : IDisposable
{
    private const int Servers = 300;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly TestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Waiting_takes_no_threads()
    {
        var connections = 0;
        var all = new TaskCompletionSource();
        await using var silent = new ScriptedServer(connection =>
        {
            if (Interlocked.Increment(ref connections) == Servers) all.SetResult();
            return connection.UntilClosedAsync();
        });
        using var interrupt = new CancellationTokenSource();
        var request = new IncomingTestRequest { Host = TestBench.Host, Port = silent.Port, TlsMode = TlsChoice.None, Timeouts = new TestTimeouts { Reply = 2 * Longest, Total = 2 * Longest } };
        var before = ThreadPool.ThreadCount;
        var running = DrainAsync(_bench.Tests.TestAsync(_bench.Tests.Read(), Enumerable.Repeat(request, Servers), Servers, interrupt.Token));
        // With blocked threads there would be some hundred, and the pool adds threads beyond its minimum one by one: the last
        // servers would not be served in time.
        await all.Task.WaitAsync(Longest);
        var more = ThreadPool.ThreadCount - before;
        Assert.True(more < 100, $"{more} more threads for {Servers} silent servers.");
        await interrupt.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private static async Task DrainAsync<T>(IAsyncEnumerable<T> reports)
    {
        await foreach (var _ in reports)
            ;
    }
}
