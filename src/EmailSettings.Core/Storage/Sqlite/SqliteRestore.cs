using System.Globalization;
using EmailSettings.Core.Findings;
using Microsoft.Data.Sqlite;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>Takes the settings of a backup into the open store.</summary>
internal static class SqliteRestore
{
    private static readonly string[] Tables =
        ["basic", "attachments", "error_texts", "outgoing_server", "incoming_server", "secret", "restart", "certificate", "certificate_place"];

    /// <summary>
    /// Replaces every table but the history and the revision, inside the transaction under way. The backup is read through
    /// a copy in memory, brought to this version first, so that its file stays as it is.
    /// </summary>
    /// <param name="writing">The transaction.</param>
    /// <param name="backup">Path of the backup.</param>
    /// <param name="migrations">What this version knows.</param>
    /// <param name="withHistory">The store is a new one, so it takes the history too.</param>
    /// <returns>The revision of the backup.</returns>
    public static long Copy(SqliteWriting writing, string backup, IReadOnlyList<string> migrations, bool withHistory)
    {
        using var copy = new SqliteConnection("Data Source=:memory:");
        copy.Open();
        using (var source = SqliteConnections.Open(backup, readOnly: true)) source.BackupDatabase(copy);
        using (var transaction = copy.BeginTransaction())
        {
            SqliteSchema.Migrate(copy, transaction, SqliteSchema.VersionOf(copy, backup, migrations.Count), migrations);
            transaction.Commit();
        }
        foreach (var table in Tables)
        {
            writing.Execute($"DELETE FROM {table}");
            CopyTable(copy, writing, table);
        }
        if (withHistory) CopyTable(copy, writing, "history");
        using var revision = copy.CreateCommand();
        revision.CommandText = "SELECT revision FROM state";
        return (long)revision.ExecuteScalar()!;
    }

    /// <summary>Refuses a backup that is none, before anything is done to the store.</summary>
    /// <exception cref="EmailSettingsException">As for opening a store.</exception>
    public static void Check(string backup, int newest)
    {
        try
        {
            using var connection = SqliteConnections.Open(backup, readOnly: true);
            if (SqliteSchema.VersionOf(connection, backup, newest) == 0) throw StoreErrors.StoreForeign.Error("backup", backup);
            if (SqliteSchema.FindDamage(connection) is { } damage) throw StoreErrors.StoreDamaged.Error("backup", backup, detail: damage);
        }
        catch (SqliteException e)
        {
            throw e.ToError(backup, SqliteConnections.BusyTimeout);
        }
    }

    /// <summary>Renames a damaged store with its log files, so that nothing of it is lost.</summary>
    public static void SetAside(string path)
    {
        var suffix = DateTime.UtcNow.ToString("'.damaged-'yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
        try
        {
            foreach (var part in new[] { "", "-wal", "-shm" })
            {
                if (File.Exists(path + part)) File.Move(path + part, path + suffix + part);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.StoreDenied.Error("store", path, detail: e.Message, inner: e);
        }
    }

    private static void CopyTable(SqliteConnection copy, SqliteWriting writing, string table)
    {
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
