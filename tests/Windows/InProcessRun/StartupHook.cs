using System.Reflection;
using Xunit;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

/// <summary>
/// Runs the tests of the starting program, and writes each result as the test ends: the program's own runner writes its results
/// only at the end, which a process that crashes under Wine never reaches, and cannot select from a list of thousands of tests.
/// .NET calls a type of this name before the program's entry point (DOTNET_STARTUP_HOOKS). <c>TEST_RESULTS</c> names the output
/// file (<see cref="ResultWriter"/>); <c>TEST_ONLY</c> a file with the only methods to run, <c>TEST_EXCEPT</c> one with the cases
/// that have run; with <c>TEST_ALONE</c> no two tests run at the same time.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        var results = Environment.GetEnvironmentVariable("TEST_RESULTS");
        // Processes started by the tests must not run them again.
        foreach (var variable in new[] { "TEST_RESULTS", "DOTNET_STARTUP_HOOKS" }) Environment.SetEnvironmentVariable(variable, null);
        if (string.IsNullOrEmpty(results) || Assembly.GetEntryAssembly() is not { } tests) return;
        var settings = new TestAssemblyConfiguration();
        ConfigReader_Json.Load(settings, tests.Location);
        // Each row of a theory is a test case.
        settings.PreEnumerateTheories = true;
        if (Environment.GetEnvironmentVariable("TEST_ALONE") is { Length: > 0 }) settings.ParallelMode = ParallelMode.None;
        var (only, except) = (Lines("TEST_ONLY"), Lines("TEST_EXCEPT"));
        using (var writer = new ResultWriter(results))
            RunAsync(tests, settings, method => only?.Contains(method) != false, id => except?.Contains(id) != true, writer).GetAwaiter().GetResult();
        Environment.Exit(0);
    }

    private static HashSet<string>? Lines(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } file ? File.ReadAllLines(file).ToHashSet(StringComparer.Ordinal) : null;

    private static async Task RunAsync(Assembly tests, TestAssemblyConfiguration settings, Predicate<string> isWanted, Predicate<string> isLeft, ResultWriter results)
    {
        TestContext.SetForInitialization(diagnosticMessageSink: null, diagnosticMessages: false, internalDiagnosticMessages: false);
        await using var framework = new XunitTestFramework();
        var cases = new List<ITestCase>();
        await framework.GetDiscoverer(tests).Find(
            found =>
            {
                var method = ResultWriter.NameOf(found);
                // Long tests are left out here as in a plain dotnet test.
                if (found.Traits.TryGetValue("Length", out var length) && length.Contains("Long")) return ValueTask.FromResult(true);
                if (!isWanted(method)) results.WriteUnwanted(method);
                else if (isLeft(found.UniqueID)) cases.Add(found);
                return ValueTask.FromResult(true);
            },
            TestFrameworkOptions.ForDiscovery(settings));
        results.Expect(cases);
        await framework.GetExecutor(tests).RunTestCases(cases, results, TestFrameworkOptions.ForExecution(settings));
        results.WriteEnd();
    }
}
