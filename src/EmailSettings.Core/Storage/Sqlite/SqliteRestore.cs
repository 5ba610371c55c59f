using System.Globalization;
using Microsoft.Data.Sqlite;

namespace EmailSettings.Core.Storage;

/// <summary>Takes the settings of a backup into the open store.</summary>
internal static class SqliteRestore
{
    private static readonly string[] Tables =
        ["basic", "attachments", "error_texts", "outgoing_server", "incoming_server", "secret", "restart", "certificate", "certificate_place"];

    /// <summary>
    /// Replaces every table but the history and the revision, inside the transaction under way. The backup is read through
    /// a copy in memory, brought to this version first, so that its file stays as it is.
    /// </summary>
    public static void Copy(SqliteWriting writing, string backup, IReadOnlyList<string> migrations)
    {
        using var copy = new SqliteConnection("Data Source=:memory:");
        copy.Open();
        using (var source = SqliteConnections.Open(backup, readOnly: true)) source.BackupDatabase(copy);
        using (var transaction = copy.BeginTransaction())
        {
            SqliteSchema.Migrate(copy, transaction, SqliteSchema.VersionOf(copy, backup, migrations.Count), migrations);
            transaction.Commit();
        }
        foreach (var table in Tables) CopyTable(copy, writing, table);
    }

    /// <summary>Renames a damaged store with its log files, so that nothing of it is lost.</summary>
    public static void SetAside(string path)
    {
        var suffix = DateTime.UtcNow.ToString("'.damaged-'yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        foreach (var part in new[] { "", "-wal", "-shm" })
        {
            if (File.Exists(path + part)) File.Move(path + part, path + suffix + part);
        }
    }

    private static void CopyTable(SqliteConnection copy, SqliteWriting writing, string table)
    {
        writing.Execute($"DELETE FROM {table}");
        using var command = copy.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var values = new object?[rows.FieldCount];
            for (var column = 0; column < values.Length; column++) values[column] = rows.IsDBNull(column) ? null : rows.GetValue(column);
            var places = string.Join(", ", Enumerable.Range(0, values.Length).Select(column => string.Create(CultureInfo.InvariantCulture, $"${column}")));
            writing.Execute($"INSERT INTO {table} VALUES ({places})", values);
        }
    }
}
