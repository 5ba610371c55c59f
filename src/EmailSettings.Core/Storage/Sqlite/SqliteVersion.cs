namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>A version of the embedded store's tables.</summary>
/// <param name="script">The statements that make them, each ended by a semicolon and a line break; a released one is never
/// edited.</param>
/// <param name="indexes">The indexes that SQLite makes for them.</param>
/// <param name="convert">Brings a store of the version before to this one, inside the transaction under way; null for the first
/// one.</param>
internal sealed class SqliteVersion(string script, IReadOnlyList<string> indexes, Action<SqliteStatements>? convert = null)
{
    private const string Ending = ";\n";

    private readonly HashSet<SqliteObject> _objects = [.. Split(script).Select(SqliteObject.Of), .. indexes.Select(SqliteObject.OfIndex)];

    /// <summary>The statements that make the tables.</summary>
    public IEnumerable<string> Statements => Split(script);

    /// <summary>A database holds exactly these tables, triggers and indexes, each once.</summary>
    public bool Is(IReadOnlyList<SqliteObject> objects) => objects.Count == _objects.Count && _objects.SetEquals(objects);

    /// <summary>A database holds at least one of these tables.</summary>
    public bool Resembles(IReadOnlyList<SqliteObject> objects) => objects.Any(_objects.Contains);

    /// <inheritdoc cref="SqliteVersion"/>
    public void Convert(SqliteStatements statements) => convert!(statements);

    private static string[] Split(string script) =>
        script.ReplaceLineEndings("\n").Split(Ending, StringSplitOptions.RemoveEmptyEntries);
}
