using EmailSettings.Core.Documents.Comparing;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>Views of comparisons.</summary>
public static class ComparisonViews
{
    /// <summary>Shows the verdict, then the changes that turn the left side into the right.</summary>
    public static View Of(SettingsComparison comparison) => new(comparison.Differences.Select(Values), () => PageOf(comparison));

    private static NamedValue[] Values(SettingDifference difference) =>
    [
        new("path", difference.Path), new("left", difference.Left), new("right", difference.Right), new("notNamed", difference.NotNamed),
        new("severity", difference.Severity),
    ];

    private static Page PageOf(SettingsComparison comparison)
    {
        var table = new Table();
        foreach (var difference in comparison.Differences)
        {
            table.Add(
                Cell.Of(difference.Sign, Tones.Of(difference.Sign)), Cell.Of(difference.Path),
                Cell.Of(difference.Shown(ComparisonSide.Left)), Cell.Of("→"), Cell.Of(difference.Shown(ComparisonSide.Right)));
        }
        return new Page().Heading($"{comparison.Verdict}.", comparison.IsSame ? Tone.Good : Tone.Heading).Add(table);
    }
}
