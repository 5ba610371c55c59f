using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Hosting;

/// <summary>Finds the name that was probably meant by an unknown one.</summary>
public static class NameSuggestion
{
    private const int MinPrefixLength = 3;

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
        var hint = NearestName.Hint(wanted, string.Join(", ", names.Select(Letters)));
        return hint.Length == 0 ? null : names.First(name => NearestName.Hint(wanted, Letters(name)) == hint);
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

    private static string Letters(string name) => name.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}
