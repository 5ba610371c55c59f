using SQLitePCL;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>
/// A connection to an SQLite file, with the settings that every store uses. It calls SQLite directly: a provider for ADO.NET
/// would be a fifth of what the first cmdlet of a PowerShell waits for.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    // Overwrites deleted content, fires delete triggers on REPLACE, runs no functions named in an untrusted schema, and checks
    // each page when it is read.
    private const string Settings = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;";

    // Enough for the history row of a change to some hundred thousand servers; limits allocations if a length is damaged.
    private const int MaxValueBytes = 256 * 1024 * 1024;

    static SqliteDatabase() => raw.SetProvider(new SQLite3Provider_e_sqlite3());

    private SqliteDatabase(sqlite3 handle) => Handle = handle;

    /// <summary>How long to wait for a lock held by another process.</summary>
    public static TimeSpan BusyTimeout { get; } = TimeSpan.FromSeconds(15);

    /// <summary>SQLite's handle of the connection.</summary>
    public sqlite3 Handle { get; }

    /// <summary>
    /// Opens an existing database with durable commits. Until <see cref="CheckpointOnClose"/> is called, closing it does not
    /// checkpoint the write-ahead log.
    /// </summary>
    /// <exception cref="SqliteFailure">The file cannot be opened, or is not a database.</exception>
    public static SqliteDatabase Open(string path, bool readOnly = false, TimeSpan? busyTimeout = null)
    {
        var result = raw.sqlite3_open_v2(FileName(path), out var handle, readOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE, null);
        var database = new SqliteDatabase(handle);
        try
        {
            SqliteFailure.ThrowIfFailed(result, handle);
            database.SetBusyTimeout(busyTimeout ?? BusyTimeout);
            database.Execute(Settings);
            raw.sqlite3_limit(handle, raw.SQLITE_LIMIT_LENGTH, MaxValueBytes);

            // The last connection to close runs a checkpoint, which must not happen to another program's file.
            raw.sqlite3_db_config(handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Returns the path of a file in the form for SQLite.</summary>
    public static string FileName(string path) => OperatingSystem.IsWindows() ? WindowsStoreLocation.Extended(path) : path;

    /// <summary>Checkpoints the write-ahead log on close, once the database is known to be a store.</summary>
    public void CheckpointOnClose() => raw.sqlite3_db_config(Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, out _);

    /// <summary>Sets how long to wait for locks of other connections.</summary>
    public void SetBusyTimeout(TimeSpan timeout) => raw.sqlite3_busy_timeout(Handle, (int)timeout.TotalMilliseconds);

    /// <summary>Runs statements and ignores their rows.</summary>
    /// <exception cref="SqliteFailure">One fails; those before it have run.</exception>
    public void Execute(string sql) => SqliteFailure.ThrowIfFailed(raw.sqlite3_exec(Handle, sql), Handle);

    /// <summary>Copies all content into another database, whose own is overwritten.</summary>
    /// <exception cref="SqliteFailure">Reading or writing failed.</exception>
    public void CopyTo(SqliteDatabase target)
    {
        const int AllPages = -1;
        using var backup = raw.sqlite3_backup_init(target.Handle, "main", Handle, "main");
        if (backup.IsInvalid) throw new SqliteFailure(raw.sqlite3_errcode(target.Handle), target.Handle);
        var result = raw.sqlite3_backup_step(backup, AllPages);
        if (result != raw.SQLITE_DONE) throw new SqliteFailure(result, target.Handle);
    }

    /// <summary>Closes the connection, once its last statement is finalized.</summary>
    public void Dispose() => Handle.Dispose();
}
