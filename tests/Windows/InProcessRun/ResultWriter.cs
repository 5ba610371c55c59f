using System.Diagnostics;
using Xunit.Sdk;

/// <summary>
/// Writes one line per test: its result (<c>Passed</c>, <c>Failed</c>, <c>Skipped</c>), its method, the id of its case, the
/// reason; <c>Started</c> before each test, so that those that a crash interrupts are known; <c>Unwanted</c> for methods that
/// were not to run; and <c>Ended</c> when all have run. A test that hangs ends the process.
/// </summary>
internal sealed class ResultWriter : IMessageSink, IDisposable
{
    // Far longer than the slowest of these tests.
    private static readonly TimeSpan LongestTest = TimeSpan.FromSeconds(100);

    private readonly Lock _lock = new();
    private readonly StreamWriter _results;
    private readonly Dictionary<string, long> _running = [];
    private readonly HashSet<string> _unwanted = [];
    private readonly Dictionary<string, string> _names = [];
    private readonly Timer _watch;

    public ResultWriter(string file)
    {
        _results = new StreamWriter(file) { AutoFlush = true, NewLine = "\n" };
        _watch = new Timer(_ => EndIfOneHangs(), null, LongestTest / 10, LongestTest / 10);
    }

    public static string NameOf(ITestCase test) => $"{test.TestClassName}.{test.TestMethodName}";

    /// <summary>Records the names of the tests that will run.</summary>
    public void Expect(IReadOnlyList<ITestCase> cases)
    {
        foreach (var one in cases) _names[one.UniqueID] = NameOf(one);
    }

    public void WriteUnwanted(string name)
    {
        if (_unwanted.Add(name)) Write("Unwanted", name, "", "");
    }

    public void WriteEnd() => _results.WriteLine("Ended");

    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestStarting starting: Start(starting); break;
            case ITestPassed passed: End("Passed", passed, ""); break;
            case ITestSkipped skipped: End("Skipped", skipped, skipped.Reason); break;
            case ITestFailed failed: End("Failed", failed, string.Join(" | ", failed.Messages.Concat(failed.StackTraces.Take(1)))); break;
        }
        return true;
    }

    public void Dispose()
    {
        _watch.Dispose();
        _results.Dispose();
    }

    private void Start(ITestStarting test)
    {
        lock (_lock)
        {
            _running[test.TestUniqueID] = Stopwatch.GetTimestamp();
            Write("Started", _names[test.TestCaseUniqueID], test.TestCaseUniqueID, "");
        }
    }

    private void End(string outcome, ITestMessage test, string why)
    {
        lock (_lock)
        {
            _running.Remove(test.TestUniqueID);
            Write(outcome, _names[test.TestCaseUniqueID], test.TestCaseUniqueID, why);
        }
    }

    private void Write(string outcome, string name, string id, string why)
    {
        lock (_lock) _results.WriteLine($"{outcome}\t{name}\t{id}\t{why.ReplaceLineEndings(" ").Replace('\t', ' ')}");
    }

    // Tests that wait for their turn have not started, so no test runs that long unless it hangs.
    private void EndIfOneHangs()
    {
        lock (_lock)
        {
            if (_running.Values.Any(since => Stopwatch.GetElapsedTime(since) > LongestTest)) Environment.FailFast("A test hangs.");
        }
    }
}
