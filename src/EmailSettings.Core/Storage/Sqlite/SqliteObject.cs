namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>A row of <c>sqlite_schema</c>.</summary>
/// <param name="Type"><c>table</c>, <c>trigger</c> or <c>index</c>.</param>
/// <param name="Name">The object's name.</param>
/// <param name="Table">The table it belongs to.</param>
/// <param name="Sql">The statement that created it; null for an automatic index.</param>
internal sealed record SqliteObject(string Type, string Name, string Table, string? Sql)
{
    private const string IndexPrefix = "sqlite_autoindex_";

    /// <summary>Returns the object that a CREATE statement creates.</summary>
    public static SqliteObject Of(string sql)
    {
        var words = sql.Split(' ');
        return new SqliteObject(words[1].ToLowerInvariant(), words[2], words[1] == "TRIGGER" ? words[Array.IndexOf(words, "ON") + 1] : words[2], sql);
    }

    /// <summary>Returns an automatic index, which SQLite names after its table with a number.</summary>
    public static SqliteObject OfIndex(string name) => new("index", name, name[IndexPrefix.Length..name.LastIndexOf('_')], null);
}
