namespace EmailSettings.Testing;

/// <summary>
/// The checked-in list of every id that was ever given out (published-ids.txt, sorted): <c>Core</c> and <c>Cli</c> ids of messages,
/// <c>Cmdlet</c> the second part of a FullyQualifiedErrorId (<c>id,cmdlet</c>), <c>Retired</c> ids that were taken away
/// because their fact has another one. Scripts tell errors and findings by these, so a line is added, and none is ever changed.
/// </summary>
public static class PublishedIds
{
    /// <summary>All lines as they stand.</summary>
    public static IReadOnlyList<string> Lines { get; } = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "published-ids.txt"));

    /// <summary>The ids of one sort.</summary>
    public static IEnumerable<string> Of(string sort) => Lines.Select(line => line.Split(' ')).Where(parts => parts[0] == sort).Select(parts => parts[1]);

    /// <summary>Asserts that the list holds exactly these ids of a sort.</summary>
    public static void MustBe(string sort, IEnumerable<string> ids) => Assert.Equal(Of(sort), ids.Order(StringComparer.Ordinal));
}
