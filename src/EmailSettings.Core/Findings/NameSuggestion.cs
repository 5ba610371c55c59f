namespace EmailSettings.Core.Findings;

/// <summary>Finds the name that was probably meant by an unknown one.</summary>
public static class NameSuggestion
{
    private const int MinPrefixLength = 3;

    // The time that a comparison takes grows with the length of both.
    private const int MaxLength = 64;

    /// <summary>
    /// Returns the name that is the same without case and hyphens, the only one that begins with the given one, the one with two
    /// letters swapped, or the nearest one; null if none is near.
    /// </summary>
    /// <param name="given">The unknown name, with or without leading hyphens.</param>
    /// <param name="names">The valid names.</param>
    public static string? For(string given, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(names);
        var wanted = Letters(given);
        if (wanted.Length == 0 || names.Count == 0) return null;
        if (names.FirstOrDefault(name => Letters(name) == wanted) is { } same) return same;
        if (wanted.Length >= MinPrefixLength && names.Where(name => Letters(name).StartsWith(wanted, StringComparison.Ordinal)).Take(2).ToList() is [var only]) return only;
        if (names.FirstOrDefault(name => HasSwappedLetters(wanted, Letters(name))) is { } swapped) return swapped;
        if (wanted.Length > MaxLength) return null;
        var (nearest, distance) = names.Select(name => (name, Distance(wanted, Letters(name)))).MinBy(one => one.Item2);
        return distance <= Math.Max(1, wanted.Length / 4) ? nearest : null;
    }

    /// <summary>Returns a sentence that suggests a name, with a trailing space; empty for null.</summary>
    public static string Hint(string? name) => name is null ? "" : $"Did you mean '{name}'? ";

    // The most frequent typing error, which the nearest name counts as two.
    private static bool HasSwappedLetters(string left, string right)
    {
        var at = left.AsSpan().CommonPrefixLength(right);
        return left.Length == right.Length && at + 1 < left.Length && left[at] == right[at + 1] && left[at + 1] == right[at]
            && left.AsSpan(at + 2).SequenceEqual(right.AsSpan(at + 2));
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

    private static string Letters(string name) => name.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}
