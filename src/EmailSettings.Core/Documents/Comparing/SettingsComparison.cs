using System.Globalization;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Documents.Comparing;

/// <summary>The result of a comparison.</summary>
/// <param name="Differences">The differences, removals first.</param>
/// <param name="Unchanged">The number of settings that are equal on both sides.</param>
/// <param name="Ignored">The number of differences excluded on request.</param>
/// <param name="Unknown">The paths of secrets that could not be compared; they are not counted as differences.</param>
public sealed record SettingsComparison(IReadOnlyList<SettingDifference> Differences, int Unchanged, int Ignored, IReadOnlyList<string> Unknown)
{
    /// <summary>Whether there are no differences.</summary>
    public bool IsSame => Differences.Count == 0;

    /// <summary>A one-line summary, for example <c>3 differences, 41 unchanged</c>.</summary>
    public string Verdict
    {
        get
        {
            var parts = new List<string>
            {
                IsSame ? "No difference" : Quantity.Of(Differences.Count, "difference"),
                string.Create(CultureInfo.InvariantCulture, $"{Unchanged} unchanged"),
            };
            if (Ignored > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Ignored} ignored"));
            if (Unknown.Count > 0) parts.Add($"{Quantity.Of(Unknown.Count, "secret")} unknown");
            return string.Join(", ", parts);
        }
    }
}
