using System.Globalization;
using System.Text.Json;
using EmailSettings.Core.Files;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage.Relational;
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
        store.With(database =>
        {
            target.CheckIsNotFolder();
            if (target.Exists) throw StoreErrors.FileExists.Error("backup", target.Path);
            target.Create();
            try
            {
                using var statements = new SqliteStatements(database);
                Interruptible(database, () =>
                {
                    statements.Execute("VACUUM INTO ?1", SqliteDatabase.FileName(target.Path));
                    return true;
                }, cancellation);
            }
            catch (Exception e) when (e is SqliteFailure or OperationCanceledException)
            {
                // Do not leave an incomplete backup behind.
                HeldFile.TryDelete(target.Path);
                throw e is SqliteFailure failure ? failure.ToError(target.Path, SqliteDatabase.BusyTimeout) : e;
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
            using var database = SqliteDatabase.Open(backup.Path, readOnly: true);
            return Interruptible(database, () => Read(database, backup), cancellation);
        }
        catch (SqliteFailure e)
        {
            throw e.IsDamage ? SqliteFailure.Damaged(e, backup.Path) : e.ToError(backup.Path, SqliteDatabase.BusyTimeout);
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException or ArgumentException or JsonException or KeyNotFoundException)
        {
            throw SqliteFailure.Damaged(e, backup.Path);
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
    private StoreContent Read(SqliteDatabase database, SqliteStoreFile backup)
    {
        using var statements = new SqliteStatements(database);
        var version = SqliteTables.VersionOf(statements, backup.Path, store.Versions);
        if (version == 0) throw StoreErrors.StoreForeign.Error("backup", backup.Path);
        if (SqliteTables.FindDamage(statements) is { } damage) throw Damaged(backup, damage);
        if (version == store.Versions.Count) return ReadNewest(statements);

        using var copy = SqliteDatabase.Open(":memory:");
        database.CopyTo(copy);
        SqliteTables.BringUpToDate(copy, version, store.Versions);
        using var copied = new SqliteStatements(copy);
        return ReadNewest(copied);
    }

    private static StoreContent ReadNewest(SqliteStatements statements)
    {
        using var transaction = StoreTransaction.BeginReading(statements);
        var content = new RelationalReading(statements).ReadContent();
        StoreContentCheck.Check(content);
        return content;
    }

    private static T Interruptible<T>(SqliteDatabase database, Func<T> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();

        // Called every 1000 virtual machine instructions.
        raw.sqlite3_progress_handler(database.Handle, 1000, _ => cancellation.IsCancellationRequested ? 1 : 0, null);
        try
        {
            return work();
        }
        catch (SqliteFailure e) when (e.Code == raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException(cancellation);
        }
        finally
        {
            raw.sqlite3_progress_handler(database.Handle, 0, null, null);
        }
    }

    private static EmailSettingsException Damaged(SqliteStoreFile backup, string detail) => StoreErrors.StoreDamaged.Error("backup", backup.Path, detail: detail);
}
