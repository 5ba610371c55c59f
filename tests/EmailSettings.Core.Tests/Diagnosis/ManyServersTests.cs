using EmailSettings.Core.Findings;
using EmailSettings.Core.Operations;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.Tests.Storage;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>Many incoming servers concurrently.</summary>
public sealed class ManyServersTests : IDisposable
{
    private readonly TestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Every_server_gets_its_report_and_silent_ones_delay_no_other()
    {
        await using var live = Scripts.Imap("IMAP4rev1", "C: LOGOUT", "S: A2 OK");
        await using var silent = Scripts.Silent();
        var requests = Enumerable.Range(0, 60).Select(i => i % 10 == 0 ? Request(silent.Port) with { Timeouts = new TestTimeouts { Reply = TimeSpan.FromSeconds(1) } } : Request(live.Port));
        var reports = new List<ServerTestReport>();
        await foreach (var report in _bench.Tests.TestAsync(_bench.Tests.Read(), requests, 20)) reports.Add(report);
        Assert.Equal(60, reports.Count);
        Assert.Equal(6, reports.Count(report => report.Primary?.Id == "Reply.TimedOut"));
        Assert.Equal(54, reports.Count(report => report.Status == CheckStatus.Warning));
        Assert.True(reports[0].Primary is null, "A live server must be finished before a silent one.");
    }

    [Fact]
    public async Task The_store_is_read_once_for_any_number_of_servers()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH PLAIN", "S: 235 2.7.0 welcome", "C: QUIT", "S: 221 bye");
        _bench.Store(server, "a password");
        var store = new CountingStore(_bench.System.Store);
        var tests = new ServerTestOperations(store, _bench.System.GuardOf(store), _bench.System.Certificates.Finder, _bench.Services);
        var requests = Enumerable.Range(0, 5).Select(_ => new OutgoingTestRequest { TlsMode = TlsChoice.None, Timeouts = TestBench.Patient });
        var loggedIn = 0;
        await foreach (var report in tests.TestAsync(tests.Read(), requests, 5))
            if (report.Stages.Any(stage => stage is { Stage: TestStage.Authenticate, Status: CheckStatus.Passed or CheckStatus.Warning })) loggedIn++;
        Assert.Equal((5, 1), (loggedIn, store.Reads));
    }

    [Fact]
    public async Task No_more_than_the_throttle_are_tested_at_a_time()
    {
        var (open, most) = (0, 0);
        await using var server = new ScriptedServer(async connection =>
        {
            var now = Interlocked.Increment(ref open);
            InterlockedMax(ref most, now);
            await connection.SendAsync("* BYE no");
            await connection.UntilClosedAsync();
            Interlocked.Decrement(ref open);
        });
        await foreach (var _ in _bench.Tests.TestAsync(_bench.Tests.Read(), Enumerable.Range(0, 40).Select(_ => Request(server.Port)), 1))
            Assert.True(most <= 2, "One connection, and the one before it that the server has not seen closed yet.");
    }

    [Fact]
    public async Task A_reader_that_stops_cancels_the_remaining_tests()
    {
        await using var live = Scripts.Imap("IMAP4rev1", "C: LOGOUT", "S: A2 OK");
        await using var silent = Scripts.Silent();
        await foreach (var report in _bench.Tests.TestAsync(_bench.Tests.Read(), [Request(live.Port), Request(silent.Port) with { Timeouts = new TestTimeouts { Reply = TimeSpan.FromHours(1), Total = TimeSpan.FromHours(2) } }], 2))
        {
            Assert.Null(report.Primary);
            break;
        }
    }

    [Fact]
    public async Task A_wrong_name_fails_the_call_before_any_server_is_contacted()
    {
        await using var server = Scripts.Silent();
        var error = await Assert.ThrowsAsync<EmailSettingsException>(() => CountAsync(_bench.Tests.TestAsync(_bench.Tests.Read(), [Request(server.Port), new IncomingTestRequest { Name = "nobody" }], 2)));
        Assert.Equal(SettingsErrors.IncomingServerNotFound, error.Code);
        Assert.Empty(server.Received);
    }

    private static IncomingTestRequest Request(int port) => new() { Host = TestBench.Host, Port = port, TlsMode = TlsChoice.None, Timeouts = TestBench.Patient };

    private static async Task<int> CountAsync(IAsyncEnumerable<ServerTestReport> reports)
    {
        var count = 0;
        await foreach (var _ in reports) count++;
        return count;
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = target; seen < value; seen = target) Interlocked.CompareExchange(ref target, value, seen);
    }
}
