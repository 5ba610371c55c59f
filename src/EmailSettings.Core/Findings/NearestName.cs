namespace EmailSettings.Core.Findings;

/// <summary>Suggests the name that a mistyped one was probably meant to be.</summary>
internal static class NearestName
{
    private const int LongestName = 64;

    /// <summary>Returns a sentence that suggests the nearest name, with a trailing space; empty if none is near.</summary>
    /// <param name="given">What was typed.</param>
    /// <param name="names">The valid names, separated by comma and space.</param>
    public static string Hint(string given, string names)
    {
        if (given.Length > LongestName) return "";
        var (name, distance) = names.Split(", ").Select(name => (name, Distance(given.ToUpperInvariant(), name.ToUpperInvariant()))).MinBy(one => one.Item2);
        return distance <= Math.Max(1, given.Length / 4) ? $"Did you mean '{name}'? " : "";
    }

    // The Levenshtein distance.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
