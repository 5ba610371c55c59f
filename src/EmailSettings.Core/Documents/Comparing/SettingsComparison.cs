using System.Globalization;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Documents.Comparing;

/// <summary>What two sides have in common and what not.</summary>
/// <param name="Differences">What differs, removals first.</param>
/// <param name="Unchanged">How many settings are the same on both sides.</param>
/// <param name="Ignored">How many differences were left out on request.</param>
/// <param name="Unknown">The paths of secrets that could not be compared; no difference is claimed of them.</param>
public sealed record SettingsComparison(IReadOnlyList<SettingDifference> Differences, int Unchanged, int Ignored, IReadOnlyList<string> Unknown)
{
    /// <summary>True where nothing differs.</summary>
    public bool IsSame => Differences.Count == 0;

    /// <summary>In one line, for example <c>3 differences, 41 unchanged</c>.</summary>
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
