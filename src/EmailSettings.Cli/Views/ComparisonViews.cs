using EmailSettings.Cli.Output;
using EmailSettings.Core.Documents.Comparing;

namespace EmailSettings.Cli.Views;

/// <summary>What differs: the verdict, then a plan of what leads from left to right.</summary>
internal static class ComparisonViews
{
    public static View Of(SettingsComparison comparison) => new(comparison.Differences.Select(Rows), page => Write(page, comparison));

    private static IReadOnlyList<Row> Rows(SettingDifference difference) =>
    [
        new("path", difference.Path), new("left", difference.Left), new("right", difference.Right), new("severity", difference.Severity.ToString()),
    ];

    private static void Write(TextPage page, SettingsComparison comparison)
    {
        page.Heading($"{comparison.Verdict}.", comparison.IsSame ? Tone.Good : Tone.Heading);
        var table = new Table();
        foreach (var difference in comparison.Differences)
        {
            table.Add(
                Cell.Of(difference.Sign.ToString(), difference.Sign switch { '-' => Tone.Bad, '+' => Tone.Good, _ => Tone.Doubtful }),
                Cell.Of(difference.Path), Cell.Of(difference.Left), Cell.Of("→"), Cell.Of(difference.Right));
        }
        page.Add(table);
    }
}
