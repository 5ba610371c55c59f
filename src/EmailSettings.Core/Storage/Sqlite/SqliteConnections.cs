using System.Globalization;
using Microsoft.Data.Sqlite;

namespace EmailSettings.Core.Storage;

/// <summary>Opens connections the one way a store is opened.</summary>
internal static class SqliteConnections
{
    private const int BusyMilliseconds = 15_000;

    /// <summary>How long a lock of another process is waited for, for messages.</summary>
    public static string BusyTimeout { get; } = string.Create(CultureInfo.InvariantCulture, $"{BusyMilliseconds / 1000} seconds");

    /// <summary>Opens an existing database; every commit is on the disk when it returns.</summary>
    public static SqliteConnection Open(string path, bool readOnly = false)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 1,
        }.ConnectionString);
        try
        {
            connection.Open();

            // SQLite's own busy handler waits milliseconds; the provider's, which takes over after it, waits in steps of 150.
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {BusyMilliseconds}; PRAGMA synchronous = FULL;"));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement outside any transaction.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
