using EmailSettings.Core.Storage.Relational;
using Microsoft.Data.Sqlite;

namespace EmailSettings.Core.Tests.Storage;

/// <summary>A store altered by someone who knows its format: checksums and digest are valid again.</summary>
internal static class Forgery
{
    /// <summary>Runs statements on a store without its protections, and updates the checksums.</summary>
    public static void Forge(string file, params IReadOnlyList<string> statements)
    {
        using var connection = OtherProgram.Open(file);
        var triggers = All(connection, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'history_%'");
        foreach (var trigger in triggers) connection.Execute($"DROP TRIGGER {trigger[0]}");
        foreach (var sql in statements) connection.Execute(sql);
        Seal(connection);
        foreach (var trigger in triggers) connection.Execute((string)trigger[1]!);
    }

    /// <summary>Runs statements that may write to the schema table; checksums are not updated.</summary>
    /// <param name="file">The store.</param>
    /// <param name="sql">The statements.</param>
    /// <param name="other">Another store, attached as <c>other</c>.</param>
    public static void Rewrite(string file, string sql, string? other = null)
    {
        using var connection = OtherProgram.Open(file);
        if (other is not null) connection.Execute($"ATTACH '{other}' AS other");
        connection.Execute($"PRAGMA writable_schema = ON; {sql}");
    }

    private static void Seal(SqliteConnection connection)
    {
        var digest = new StoreDigest();
        foreach (var table in RelationalTables.Digested)
        {
            foreach (var row in Rows(connection, table, "")) digest.Add(table, SetSum(connection, table, row, table.Seed));
        }
        foreach (var row in Rows(connection, RelationalTables.History, " ORDER BY number"))
            digest.Append(SetSum(connection, RelationalTables.History, row, RelationalWriting.HistorySeed(digest.History.Sum)));
        var state = RelationalTables.State;
        foreach (var row in Rows(connection, state, ""))
        {
            row[^1] = digest.ToString();
            Run(connection, $"UPDATE {state.Name} SET digest = @p0", row[^1]);
            SetSum(connection, state, row, state.Seed);
        }
    }

    private static long SetSum(SqliteConnection connection, RelationalTable table, object?[] row, long start)
    {
        var sum = RowChecksum.Of(start, row);
        var key = string.Join(" AND ", table.Columns.Take(table.KeyLength).Select((column, i) => $"{column.Name} = {RelationalTable.Parameter(i + 1)}"));
        Run(connection, $"UPDATE {table.Name} SET sum = @p0 WHERE {key}", [sum, .. row[..table.KeyLength]]);
        return sum;
    }

    private static List<object?[]> Rows(SqliteConnection connection, RelationalTable table, string order) =>
        All(connection, $"SELECT {string.Join(", ", table.Columns.Select(column => column.Name))} FROM {table.Name}{order}");

    private static List<object?[]> All(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var all = new List<object?[]>();
        while (rows.Read()) all.Add([.. Enumerable.Range(0, rows.FieldCount).Select(i => rows.IsDBNull(i) ? null : rows.GetValue(i))]);
        return all;
    }

    private static void Run(SqliteConnection connection, string sql, params IReadOnlyList<object?> values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Count; i++) command.Parameters.AddWithValue(RelationalTable.Parameter(i), values[i] ?? DBNull.Value);
        command.ExecuteNonQuery();
    }
}
