using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>Opens connections with the settings that every store uses.</summary>
internal static class SqliteConnections
{
    /// <summary>How long to wait for a lock held by another process.</summary>
    public static TimeSpan BusyTimeout { get; } = TimeSpan.FromSeconds(15);

    // Overwrites deleted content, fires delete triggers on REPLACE, runs no functions named in an untrusted schema, and checks
    // each page when it is read.
    private const string Settings = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;";

    // Enough for the history row of a change to some hundred thousand servers; limits allocations if a length is damaged.
    private const int MaxValueBytes = 256 * 1024 * 1024;

    /// <summary>
    /// Opens an existing database with durable commits. Until <see cref="CheckpointOnClose"/> is called, closing it does not checkpoint
    /// the write-ahead log.
    /// </summary>
    public static SqliteConnection Open(string path, bool readOnly = false, TimeSpan? busyTimeout = null)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = FileName(path),
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 1,
        }.ConnectionString);
        try
        {
            connection.Open();

            // SQLite's busy handler polls every few milliseconds; the provider's, which takes over after it, every 150 ms.
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(busyTimeout ?? BusyTimeout).TotalMilliseconds}; {Settings}"));
            raw.sqlite3_limit(connection.Handle, raw.SQLITE_LIMIT_LENGTH, MaxValueBytes);

            // The last connection to close runs a checkpoint, which must not happen to another program's file.
            raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Returns the path of a file in the form for SQLite.</summary>
    public static string FileName(string path) => OperatingSystem.IsWindows() ? WindowsStoreLocation.Extended(path) : path;

    /// <summary>Checkpoints the write-ahead log on close, once the database is known to be a store.</summary>
    public static void CheckpointOnClose(SqliteConnection connection) =>
        raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, out _);

    /// <summary>Runs SQL outside of a transaction.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
