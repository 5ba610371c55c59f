using System.Reflection;
using Xunit;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

/// <summary>
/// Runs the tests of the starting program, and writes each result as the test ends: the program's own runner writes its results
/// only at the end, which a process that crashes under Wine never reaches, and cannot exclude a list of thousands of tests. .NET
/// calls a type of this name before the program's entry point (DOTNET_STARTUP_HOOKS). <c>TEST_RESULTS</c> names the output file,
/// with one line per test: its result, its method, the reason; <c>TEST_ONLY</c> a file with the only methods to run,
/// <c>TEST_EXCEPT</c> one with those to skip.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        var results = Environment.GetEnvironmentVariable("TEST_RESULTS");
        // Processes started by the tests must not run them again.
        foreach (var variable in new[] { "TEST_RESULTS", "DOTNET_STARTUP_HOOKS" }) Environment.SetEnvironmentVariable(variable, null);
        if (string.IsNullOrEmpty(results) || Assembly.GetEntryAssembly() is not { } tests) return;
        var (only, except) = (Names("TEST_ONLY"), Names("TEST_EXCEPT"));
        using (var writer = new StreamWriter(results) { AutoFlush = true, NewLine = "\n" })
            RunAsync(tests, name => only?.Contains(name) != false && except?.Contains(name) != true, writer).GetAwaiter().GetResult();
        Environment.Exit(0);
    }

    private static HashSet<string>? Names(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } file ? File.ReadAllLines(file).ToHashSet(StringComparer.Ordinal) : null;

    private static async Task RunAsync(Assembly tests, Predicate<string> isWanted, StreamWriter results)
    {
        TestContext.SetForInitialization(diagnosticMessageSink: null, diagnosticMessages: false, internalDiagnosticMessages: false);
        // xunit's own defaults.
        var settings = new TestAssemblyConfiguration();
        await using var framework = new XunitTestFramework();
        var cases = new List<ITestCase>();
        await framework.GetDiscoverer(tests).Find(
            found =>
            {
                if (isWanted(NameOf(found))) cases.Add(found);
                return ValueTask.FromResult(true);
            },
            TestFrameworkOptions.ForDiscovery(settings));
        var sink = new ResultWriter(results, cases.ToDictionary(one => one.UniqueID, NameOf));
        await framework.GetExecutor(tests).RunTestCases(cases, sink, TestFrameworkOptions.ForExecution(settings));
        await results.WriteLineAsync("Ended");
    }

    private static string NameOf(ITestCase test) => $"{test.TestClassName}.{test.TestMethodName}";

    private sealed class ResultWriter(StreamWriter results, Dictionary<string, string> names) : IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message)
        {
            switch (message)
            {
                case ITestPassed passed: Write("Passed", passed, ""); break;
                case ITestSkipped skipped: Write("Skipped", skipped, skipped.Reason); break;
                case ITestFailed failed: Write("Failed", failed, string.Join(" | ", failed.Messages.Concat(failed.StackTraces.Take(1)))); break;
            }
            return true;
        }

        private void Write(string outcome, ITestMessage test, string why)
        {
            lock (results) results.WriteLine($"{outcome}\t{names[test.TestCaseUniqueID]}\t{why.ReplaceLineEndings(" ").Replace('\t', ' ')}");
        }
    }
}
