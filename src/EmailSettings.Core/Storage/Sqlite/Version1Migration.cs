using System.Text;
using EmailSettings.Core.Storage.Relational;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>Migrates a version 1 store, whose rows had no checksums, to version 2.</summary>
internal static class Version1Migration
{
    private const string Suffix = "_1";

    private static readonly RelationalTable Secret = new("secret", 1, [.. RelationalTables.Secret.Columns, RelationalTables.SecretText.Columns[1]]);

    private static readonly RelationalTable[] Tables = [.. Version2Migration.Digested.Where(table => table.Name is not ("secret" or "secret_text")), Secret];

    private static readonly RelationalTable[] All = [RelationalTables.State, .. Tables, Version2Migration.History];

    /// <summary>Creates the new tables from the old ones inside the current transaction.</summary>
    public static void Convert(SqliteStatements statements)
    {
        foreach (var trigger in new[] { "history_keeps_rows", "history_keeps_values" }) statements.Execute($"DROP TRIGGER {trigger}");
        foreach (var table in All) statements.Execute($"ALTER TABLE {table.Name} RENAME TO {table.Name}{Suffix}");
        foreach (var sql in SqliteSchema.Versions[1].Statements) statements.Execute(sql);
        RelationalWriting.Fill(statements, ReadRevision(statements), Tables.SelectMany(table => Read(statements, table).SelectMany(values => Rows(table, values))),
            Version2Migration.History, Read(statements, Version2Migration.History, " ORDER BY revision"));
        foreach (var table in All) statements.Execute($"DROP TABLE {table.Name}{Suffix}");
    }

    private static IEnumerable<(RelationalTable Table, object?[] Values)> Rows(RelationalTable table, object?[] values) => table == Secret
        ? [(RelationalTables.Secret, values[..^1]), (RelationalTables.SecretText, [values[0], values[^1]])]
        : [(table, values)];

    private static IEnumerable<object?[]> Read(SqliteStatements statements, RelationalTable table, string order = "")
    {
        var columns = table.Columns;
        using var rows = statements.Query($"SELECT {string.Join(", ", columns.Select(column => column.Name))} FROM {table.Name}{Suffix}{order}");
        while (rows.Read())
        {
            var values = new object?[columns.Count];
            for (var i = 0; i < values.Length; i++) values[i] = rows.IsNull(i) ? null : columns[i].IsNumber ? rows.Number(i) : Encoding.UTF8.GetString(rows.Utf8(i));
            yield return values;
        }
    }

    private static long ReadRevision(SqliteStatements statements)
    {
        using var rows = statements.Query($"SELECT revision FROM {RelationalTables.State.Name}{Suffix}");
        return rows.Read() ? rows.Number(0) : throw new FormatException("the state row is missing");
    }
}
