namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>A row of <c>sqlite_schema</c>.</summary>
/// <param name="Type"><c>table</c>, <c>trigger</c> or <c>index</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Table">The table that it belongs to.</param>
/// <param name="Sql">The statement that made it; null for an index that SQLite made for a constraint.</param>
internal sealed record SqliteObject(string Type, string Name, string Table, string? Sql)
{
    private const string IndexPrefix = "sqlite_autoindex_";

    /// <summary>What a statement makes.</summary>
    public static SqliteObject Of(string sql)
    {
        var words = sql.Split(' ');
        return new SqliteObject(words[1].ToLowerInvariant(), words[2], words[1] == "TRIGGER" ? words[Array.IndexOf(words, "ON") + 1] : words[2], sql);
    }

    /// <summary>An index that SQLite makes for a constraint: named after its table, with a number.</summary>
    public static SqliteObject OfIndex(string name) => new("index", name, name[IndexPrefix.Length..name.LastIndexOf('_')], null);
}
