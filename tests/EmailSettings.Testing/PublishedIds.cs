namespace EmailSettings.Testing;

/// <summary>
/// The checked-in list of every id ever published (published-ids.txt, sorted): <c>Core</c> and <c>Cli</c> ids of messages,
/// <c>Cmdlet</c> the second part of a FullyQualifiedErrorId (<c>id,cmdlet</c>), <c>Retired</c> ids that were replaced. Scripts
/// rely on these ids, so lines are added but never changed.
/// </summary>
public static class PublishedIds
{
    /// <summary>All lines.</summary>
    public static IReadOnlyList<string> Lines { get; } = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "published-ids.txt"));

    /// <summary>Gets the ids of one kind.</summary>
    public static IEnumerable<string> Of(string sort) => Lines.Select(line => line.Split(' ')).Where(parts => parts[0] == sort).Select(parts => parts[1]);

    /// <summary>Asserts that the list has exactly these ids of a kind.</summary>
    public static void MustBe(string sort, IEnumerable<string> ids) => Assert.Equal(Of(sort), ids.Order(StringComparer.Ordinal));
}
