using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

/// <summary>
/// Runs the tests of the program that starts, in its own process and without a test platform, which Wine does not carry. .NET calls
/// a type of this name before the program's entry point (DOTNET_STARTUP_HOOKS). <c>TEST_RESULTS</c> names the file to be written, one
/// line a test: how it ended, its method, why; <c>TEST_ONLY</c> a file with the only methods to be run, <c>TEST_EXCEPT</c> one with those to be left out.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        var results = Environment.GetEnvironmentVariable("TEST_RESULTS");
        // What the tests start must not run them again.
        foreach (var variable in new[] { "TEST_RESULTS", "DOTNET_STARTUP_HOOKS" }) Environment.SetEnvironmentVariable(variable, null);
        if (string.IsNullOrEmpty(results) || Assembly.GetEntryAssembly() is not { } tests) return;
        var (only, except) = (Names("TEST_ONLY"), Names("TEST_EXCEPT"));
        using (var writer = new StreamWriter(results) { AutoFlush = true, NewLine = "\n" }) Run(tests, name => only?.Contains(name) != false && except?.Contains(name) != true, writer);
        Environment.Exit(0);
    }

    private static HashSet<string>? Names(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } file ? File.ReadAllLines(file).ToHashSet(StringComparer.Ordinal) : null;

    private static void Run(Assembly tests, Predicate<string> isWanted, StreamWriter results)
    {
        using var diagnostics = new Sink(_ => { });
        using var framework = new XunitTestFramework(diagnostics);
        var cases = Discover(framework, tests, isWanted);
        using var ended = new ManualResetEventSlim();
        using var executor = framework.GetExecutor(tests.GetName());
        using var sink = new Sink(message =>
        {
            lock (results)
            {
                switch (message)
                {
                    case ITestPassed passed: Write("Passed", passed, ""); break;
                    case ITestSkipped skipped: Write("Skipped", skipped, skipped.Reason); break;
                    case ITestFailed failed: Write("Failed", failed, string.Join(" | ", failed.Messages.Concat(failed.StackTraces.Take(1)))); break;
                    case ITestAssemblyFinished: ended.Set(); break;
                }
            }
        });
        executor.RunTests(cases, sink, new Options());
        ended.Wait();
        results.WriteLine("Ended");

        void Write(string outcome, ITestMessage test, string why) => results.WriteLine($"{outcome}\t{NameOf(test.TestCase)}\t{why.ReplaceLineEndings(" ").Replace('\t', ' ')}");
    }

    private static List<ITestCase> Discover(XunitTestFramework framework, Assembly tests, Predicate<string> isWanted)
    {
        var cases = new List<ITestCase>();
        using var ended = new ManualResetEventSlim();
        using var discoverer = framework.GetDiscoverer(new ReflectionAssemblyInfo(tests));
        using var sink = new Sink(message =>
        {
            if (message is ITestCaseDiscoveryMessage found && isWanted(NameOf(found.TestCase))) cases.Add(found.TestCase);
            else if (message is IDiscoveryCompleteMessage) ended.Set();
        });
        discoverer.Find(false, sink, new Options());
        ended.Wait();
        return cases;
    }

    private static string NameOf(ITestCase test) => $"{test.TestMethod.TestClass.Class.Name}.{test.TestMethod.Method.Name}";

    private sealed class Sink(Action<IMessageSinkMessage> take) : IMessageSink, IDisposable
    {
        public bool OnMessage(IMessageSinkMessage message)
        {
            take(message);
            return true;
        }

        public void Dispose()
        {
        }
    }

    // xunit's own defaults.
    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = [];

        public TValue? GetValue<TValue>(string name) => _values.TryGetValue(name, out var value) ? (TValue?)value : default;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
    }
}
