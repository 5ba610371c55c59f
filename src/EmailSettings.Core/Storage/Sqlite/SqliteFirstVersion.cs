using EmailSettings.Core.Storage.Relational;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>Brings a store of the first version, whose rows had no checksums, to the second.</summary>
internal static class SqliteFirstVersion
{
    private const string Suffix = "_1";

    private static readonly RelationalTable Secret = new("secret", 1, [.. RelationalTables.Secret.Columns, RelationalTables.SecretText.Columns[1]]);

    private static readonly RelationalTable[] Tables = [.. SqliteSecondVersion.Counted.Where(table => table.Name is not ("secret" or "secret_text")), Secret];

    private static readonly RelationalTable[] All = [RelationalTables.State, .. Tables, SqliteSecondVersion.History];

    /// <summary>Makes the new tables from the old ones, inside the transaction under way.</summary>
    public static void Convert(SqliteStatements statements)
    {
        foreach (var trigger in new[] { "history_keeps_rows", "history_keeps_values" }) Execute(statements, $"DROP TRIGGER {trigger}");
        foreach (var table in All) Execute(statements, $"ALTER TABLE {table.Name} RENAME TO {table.Name}{Suffix}");
        foreach (var sql in SqliteSchema.Versions[1].Statements) Execute(statements, sql);
        RelationalWriting.Fill(statements, ReadRevision(statements), Tables.SelectMany(table => Read(statements, table).SelectMany(values => Rows(table, values))),
            SqliteSecondVersion.History, Read(statements, SqliteSecondVersion.History, " ORDER BY revision"));
        foreach (var table in All) Execute(statements, $"DROP TABLE {table.Name}{Suffix}");
    }

    private static IEnumerable<(RelationalTable Table, object?[] Values)> Rows(RelationalTable table, object?[] values) => table == Secret
        ? [(RelationalTables.Secret, values[..^1]), (RelationalTables.SecretText, [values[0], values[^1]])]
        : [(table, values)];

    private static IEnumerable<object?[]> Read(SqliteStatements statements, RelationalTable table, string order = "")
    {
        var columns = table.Columns;
        using var rows = statements.Get($"SELECT {string.Join(", ", columns.Select(column => column.Name))} FROM {table.Name}{Suffix}{order}").ExecuteReader();
        while (rows.Read())
        {
            var values = new object?[columns.Count];
            for (var i = 0; i < values.Length; i++) values[i] = rows.IsDBNull(i) ? null : columns[i].IsNumber ? rows.GetInt64(i) : rows.GetString(i);
            yield return values;
        }
    }

    private static long ReadRevision(SqliteStatements statements) =>
        statements.Get($"SELECT revision FROM {RelationalTables.State.Name}{Suffix}").ExecuteScalar() is long revision
            ? revision
            : throw new FormatException("the row of its state is missing");

    private static void Execute(SqliteStatements statements, string sql) => statements.Get(sql).ExecuteNonQuery();
}
