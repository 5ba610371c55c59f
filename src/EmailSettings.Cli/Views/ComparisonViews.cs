using EmailSettings.Cli.Output;
using EmailSettings.Core.Documents.Comparing;
using EmailSettings.Core.Presentation;

namespace EmailSettings.Cli.Views;

/// <summary>What differs: the verdict, then a plan of what leads from left to right.</summary>
internal static class ComparisonViews
{
    public static View Of(SettingsComparison comparison) => new(comparison.Differences.Select(Rows), page => Write(page, comparison));

    private static IReadOnlyList<Row> Rows(SettingDifference difference) =>
    [
        new("path", difference.Path), new("left", difference.Left), new("right", difference.Right), new("notNamed", difference.NotNamed?.ToString()),
        new("severity", difference.Severity.ToString()),
    ];

    private static void Write(TextPage page, SettingsComparison comparison)
    {
        page.Heading($"{comparison.Verdict}.", comparison.IsSame ? Tone.Good : Tone.Heading);
        var table = new Table();
        foreach (var difference in comparison.Differences)
        {
            table.Add(
                Cell.Of(difference.Sign.ToString(), difference.Sign switch { '-' => Tone.Bad, '+' => Tone.Good, _ => Tone.Doubtful }),
                Cell.Of(difference.Path), Of(difference, ComparisonSide.Left), Cell.Of("→"), Of(difference, ComparisonSide.Right));
        }
        page.Add(table);
    }

    private static Cell Of(SettingDifference difference, ComparisonSide side)
    {
        var value = side == ComparisonSide.Left ? difference.Left : difference.Right;
        if (difference.NotNamed is null) return Cell.Of(value);
        return side == difference.NotNamed ? Cell.Of("not named") : Cell.Of(value ?? "null");
    }
}
