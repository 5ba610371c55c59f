namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>A version of the embedded store's schema.</summary>
/// <param name="script">The statements that create it, each ended by a semicolon and a line break. A released script is never
/// edited.</param>
/// <param name="indexes">The automatic indexes.</param>
/// <param name="convert">Migrates a store of the previous version inside the current transaction; null for the first
/// version.</param>
internal sealed class SqliteVersion(string script, IReadOnlyList<string> indexes, Action<SqliteStatements>? convert = null)
{
    private const string Ending = ";\n";

    private readonly HashSet<SqliteObject> _objects = [.. Split(script).Select(SqliteObject.Of), .. indexes.Select(SqliteObject.OfIndex)];

    /// <summary>The statements that create the schema.</summary>
    public IEnumerable<string> Statements => Split(script);

    /// <summary>Returns whether a database has exactly these tables, triggers and indexes.</summary>
    public bool Matches(IReadOnlyList<SqliteObject> objects) => objects.Count == _objects.Count && _objects.SetEquals(objects);

    /// <summary>Returns whether a database has at least one of these tables.</summary>
    public bool Resembles(IReadOnlyList<SqliteObject> objects) => objects.Any(_objects.Contains);

    /// <inheritdoc cref="SqliteVersion"/>
    public void Convert(SqliteStatements statements) => convert!(statements);

    private static string[] Split(string script) =>
        script.ReplaceLineEndings("\n").Split(Ending, StringSplitOptions.RemoveEmptyEntries);
}
