using System.Globalization;
using System.Text.Json;
using EmailSettings.Core.Files;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage.Relational;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>Backups of an embedded store: databases with the same schema.</summary>
/// <param name="store">The store.</param>
internal sealed class SqliteBackup(SqliteSettingsStore store) : IStoreBackup
{
    /// <summary>
    /// The size limit of files that are read: room for some hundred thousand servers with secrets and a long history.
    /// </summary>
    public const long MaxFileBytes = 512L * 1024 * 1024;

    /// <inheritdoc/>
    public void Write(string path, CancellationToken cancellation = default)
    {
        var target = new SqliteStoreFile(path);
        store.Check();
        store.With(connection =>
        {
            target.CheckIsNotFolder();
            if (target.Exists) throw StoreErrors.FileExists.Error("backup", target.Path);
            target.Create();
            try
            {
                using var command = connection.CreateCommand();
                command.CommandText = "VACUUM INTO $path";
                command.Parameters.AddWithValue("$path", SqliteConnections.FileName(target.Path));
                Interruptible(connection, command.ExecuteNonQuery, cancellation);
            }
            catch (Exception e) when (e is SqliteException or OperationCanceledException)
            {
                // Do not leave an incomplete backup behind.
                HeldFile.TryDelete(target.Path);
                throw e is SqliteException failure ? failure.ToError(target.Path, SqliteConnections.BusyTimeout) : e;
            }
        });
    }

    /// <inheritdoc/>
    public StoreContent Read(string path, CancellationToken cancellation = default)
    {
        var backup = new SqliteStoreFile(path);
        if (!backup.Exists) throw StoreErrors.FileNotFound.Error("backup", backup.Path);
        if (new FileInfo(backup.Path) is { Exists: true, Length: > MaxFileBytes })
            throw Damaged(backup, string.Create(CultureInfo.InvariantCulture, $"it is larger than {MaxFileBytes} bytes"));
        try
        {
            using var connection = SqliteConnections.Open(backup.Path, readOnly: true);
            return Interruptible(connection, () => Read(connection, backup), cancellation);
        }
        catch (SqliteException e)
        {
            throw e.IsDamage() ? SqliteFaults.Damaged(e, backup.Path) : e.ToError(backup.Path, SqliteConnections.BusyTimeout);
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException or ArgumentException or JsonException or KeyNotFoundException)
        {
            throw SqliteFaults.Damaged(e, backup.Path);
        }
    }

    /// <inheritdoc/>
    public bool MoveAsideIfDamaged()
    {
        try
        {
            store.Check();
            return false;
        }
        catch (EmailSettingsException e) when (e.Code == StoreErrors.StoreDamaged)
        {
            // Move it aside below.
        }
        store.Dispose();
        var suffix = DateTime.UtcNow.ToString("'.damaged-'yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
        try
        {
            foreach (var part in new[] { "", "-wal", "-shm", "-journal" })
            {
                if (File.Exists(store.Location + part)) HeldFile.Move(store.Location + part, store.Location + suffix + part);
            }
        }
        catch (IOException e) when (HeldFile.IsHeld(e))
        {
            throw StoreErrors.StoreLocked.Error("store", store.Location, HeldFile.Patience, inner: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.StoreDenied.Error("store", store.Location, detail: e.Message, inner: e);
        }
        return true;
    }

    // Verify the schema before anything else in the file is read.
    private StoreContent Read(SqliteConnection connection, SqliteStoreFile backup)
    {
        var version = SqliteTables.VersionOf(connection, backup.Path, store.Versions);
        if (version == 0) throw StoreErrors.StoreForeign.Error("backup", backup.Path);
        if (SqliteTables.FindDamage(connection) is { } damage) throw Damaged(backup, damage);
        if (version == store.Versions.Count) return ReadNewest(connection);

        using var copy = SqliteConnections.Open(":memory:");
        connection.BackupDatabase(copy);
        SqliteTables.BringUpToDate(copy, version, store.Versions);
        return ReadNewest(copy);
    }

    private static StoreContent ReadNewest(SqliteConnection connection)
    {
        using var statements = new SqliteStatements(connection);
        using var transaction = StoreTransaction.BeginReading(statements);
        var content = new RelationalReading(statements).ReadContent();
        StoreContentCheck.Check(content);
        return content;
    }

    private static T Interruptible<T>(SqliteConnection connection, Func<T> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();

        // Called every 1000 virtual machine instructions.
        raw.sqlite3_progress_handler(connection.Handle, 1000, _ => cancellation.IsCancellationRequested ? 1 : 0, null);
        try
        {
            return work();
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException(cancellation);
        }
        finally
        {
            raw.sqlite3_progress_handler(connection.Handle, 0, null, null);
        }
    }

    private static EmailSettingsException Damaged(SqliteStoreFile backup, string detail) => StoreErrors.StoreDamaged.Error("backup", backup.Path, detail: detail);
}
