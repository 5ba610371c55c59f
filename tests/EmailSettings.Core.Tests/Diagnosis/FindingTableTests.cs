using System.Reflection;
using System.Text.RegularExpressions;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Reports;
using Xunit.Abstractions;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>The table of findings as a whole.</summary>
public sealed partial class FindingTableTests(ITestOutputHelper output)
{
    private static readonly string[] Placeholders = ["{value}", "{detail}", "{limit}"];

    [Fact]
    public void Every_finding_has_a_test_that_provokes_it()
    {
        var tests = typeof(FindingTableTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<ProvokesAttribute>().Select(provokes => (provokes.Id, Test: $"{method.DeclaringType!.Name}.{method.Name}")))
            .ToLookup(pair => pair.Id, pair => pair.Test);
        foreach (var row in FindingTable.All) output.WriteLine($"{row.Id,-32} {string.Join(", ", tests[row.Id])}");

        Assert.Equal(FindingTable.All.Select(row => row.Id).Order(StringComparer.Ordinal), tests.Select(test => test.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_published_id_is_still_there_and_every_new_one_is_published() =>
        Assert.Equal(PublishedFindings.Ids.Order(StringComparer.Ordinal), FindingTable.All.Select(row => row.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void An_id_stands_once_and_names_a_stage() => Assert.All(FindingTable.All.GroupBy(row => row.Id), rows =>
    {
        Assert.Single(rows);
        Assert.Matches(Id(), rows.Key);
        var stage = rows.Key.Split('.')[0];
        Assert.True(stage == "Reply" || Enum.TryParse<TestStage>(stage, out _), rows.Key);
    });

    [Fact]
    public void Every_row_says_its_cause_and_its_next_step_in_whole_sentences() => Assert.All(FindingTable.All, row =>
    {
        string?[] texts = [row.Cause, row.NextStep, row.Microsoft365Step, row.Microsoft365TokenStep, row.TokenStep, row.GmailStep];
        Assert.All(texts.OfType<string>(), text =>
        {
            Assert.True(char.IsUpper(text[0]) || text[0] is '{' or '\'', text);
            Assert.True(text.EndsWith('.') || text.EndsWith('}'), text);
            Assert.All(Placeholder().Matches(text), match => Assert.Contains(match.Value, Placeholders));
        });
    });

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]+\.[A-Z][A-Za-z0-9]+$")]
    private static partial Regex Id();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
