using EmailSettings.Core.Storage.Relational;
using static EmailSettings.Core.Storage.Relational.RelationalColumn;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>Migrates a version 2 store, whose history had no hosts and no refusals, to version 3. All other rows are kept.</summary>
internal static class Version2Migration
{
    private const string Old = "history_2";

    /// <summary>The history table of version 2.</summary>
    public static RelationalTable History { get; } = new("history", 1, Number("revision"), Text("time"), Text("account"), Text("front"), Text("changes"));

    /// <summary>The tables that the version 2 digest covers.</summary>
    public static IReadOnlyList<RelationalTable> Digested { get; } =
    [
        RelationalTables.Basic, RelationalTables.Attachments, RelationalTables.ErrorTexts, RelationalTables.Outgoing, RelationalTables.Incoming,
        RelationalTables.Secret, RelationalTables.SecretText, RelationalTables.Restart, RelationalTables.Certificate, RelationalTables.CertificatePlace,
    ];

    /// <summary>Converts the store inside the current transaction.</summary>
    public static void Convert(SqliteStatements statements)
    {
        var state = new RelationalReading(statements).State;
        var expected = state.Digest.History.Sum;
        foreach (var trigger in new[] { "history_keeps_rows", "history_keeps_values", "history_only_grows" }) statements.Execute($"DROP TRIGGER {trigger}");
        statements.Execute($"ALTER TABLE {History.Name} RENAME TO {Old}");
        foreach (var sql in SqliteSchema.Versions[2].Statements.Except(SqliteSchema.Versions[1].Statements.Where(sql => sql.StartsWith("CREATE TABLE", StringComparison.Ordinal))))
            statements.Execute(sql);
        RelationalWriting.RewriteHistory(statements, state, ReadHistory(statements, expected));
        statements.Execute($"DROP TABLE {Old}");
    }

    private static IEnumerable<ChangeRecord> ReadHistory(SqliteStatements statements, long expected)
    {
        var (row, sum) = (new RelationalRow(History), 0L);
        using var rows = statements.Query(History.Select.Replace($"FROM {History.Name}", $"FROM {Old}", StringComparison.Ordinal) + " ORDER BY revision");
        while (rows.Read())
        {
            row.Load(rows);
            row.Check(RelationalWriting.HistorySeed(sum));
            sum = row.StoredSum;
            yield return new ChangeRecord(row.Number(0), row.Time(1), row.Text(2), row.Text(3), HistoryJson.Read(row.Text(4)));
        }
        if (sum != expected) throw new FormatException("rows of the history are missing");
    }
}
