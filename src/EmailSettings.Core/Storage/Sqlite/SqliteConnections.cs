using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>Opens connections the one way a store is opened.</summary>
internal static class SqliteConnections
{
    /// <summary>How long a lock of another process is waited for.</summary>
    public static TimeSpan BusyTimeout { get; } = TimeSpan.FromSeconds(15);

    // What is removed is overwritten; replacing a row runs the triggers on deletion; nothing that a schema names is run; each
    // page is looked at when it is read.
    private const string Settings = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;";

    // The history row of a change to some hundred thousand servers; a damaged length asks for no more.
    private const int LongestValue = 256 * 1024 * 1024;

    /// <summary>
    /// Opens an existing database; every commit is on the disk when it returns. Until <see cref="KeepTidy"/> is called,
    /// closing it leaves its file as it is.
    /// </summary>
    public static SqliteConnection Open(string path, bool readOnly = false, TimeSpan? busyTimeout = null)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = OperatingSystem.IsWindows() ? WindowsStorePlace.Extended(path) : path,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 1,
        }.ConnectionString);
        try
        {
            connection.Open();

            // SQLite's own busy handler waits milliseconds; the provider's, which takes over after it, waits in steps of 150.
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(busyTimeout ?? BusyTimeout).TotalMilliseconds}; {Settings}"));
            raw.sqlite3_limit(connection.Handle, raw.SQLITE_LIMIT_LENGTH, LongestValue);

            // The last one to close a database writes its log into it, which nobody may do to a file of another program.
            raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The database is a store of this version, so its log is written into it on closing.</summary>
    public static void KeepTidy(SqliteConnection connection) =>
        raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, out _);

    /// <summary>Runs a statement outside any transaction.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
