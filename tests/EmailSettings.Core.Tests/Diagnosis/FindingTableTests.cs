using System.Reflection;
using System.Text.RegularExpressions;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Reports;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>The findings of server tests as a whole: the rows of the table with ids <c>Stage.What</c>.</summary>
public sealed partial class FindingTableTests(ITestOutputHelper output)
{
    private static readonly List<FindingCode> Rows = [.. FindingTable.All.Where(row => row.Id.Contains('.', StringComparison.Ordinal))];

    [Fact]
    public void Every_finding_has_a_test_that_provokes_it()
    {
        var tests = typeof(FindingTableTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<ProvokesAttribute>().Select(provokes => (provokes.Id, Test: $"{method.DeclaringType!.Name}.{method.Name}")))
            .ToLookup(pair => pair.Id, pair => pair.Test);
        foreach (var row in Rows) output.WriteLine($"{row.Id,-32} {string.Join(", ", tests[row.Id])}");

        Assert.Equal(Rows.Select(row => row.Id).Order(StringComparer.Ordinal), tests.Select(test => test.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_id_names_a_stage() => Assert.All(Rows, row =>
    {
        Assert.Matches(Id(), row.Id);
        var stage = row.Id.Split('.')[0];
        Assert.True(stage == "Reply" || Enum.TryParse<TestStage>(stage, out _), row.Id);
    });

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]+\.[A-Z][A-Za-z0-9]+$")]
    private static partial Regex Id();
}
