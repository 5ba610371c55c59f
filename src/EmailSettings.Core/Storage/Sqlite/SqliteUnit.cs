using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>
/// A transaction. It is begun and ended by SQLite's own calls: the provider's transaction takes longer than the reading of a
/// block, and waits for locks in a way of its own.
/// </summary>
internal readonly struct SqliteUnit : IDisposable
{
    // SQLite does not look for an interruption while it waits for a lock, so it waits in parts.
    private static readonly TimeSpan PartOfWait = TimeSpan.FromMilliseconds(100);

    // Above it stand the details of extended result codes.
    private const int PrimaryCode = 0xFF;

    private readonly SqliteConnection _connection;

    private SqliteUnit(SqliteConnection connection) => _connection = connection;

    /// <summary>Begins one that reads: a consistent view from its first statement on.</summary>
    public static SqliteUnit BeginReading(SqliteConnection connection)
    {
        Execute(connection, "BEGIN DEFERRED");
        return new SqliteUnit(connection);
    }

    /// <summary>Begins one that writes: waits for the lock first.</summary>
    /// <exception cref="SqliteException">Busy: the lock was held for the whole time.</exception>
    /// <param name="connection">The connection.</param>
    /// <param name="longestWait">How long the lock is waited for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <param name="restored">How long the connection waits for locks afterwards; as long as for this one if not given.</param>
    public static SqliteUnit BeginWriting(SqliteConnection connection, TimeSpan longestWait, CancellationToken cancellation, TimeSpan? restored = null)
    {
        var started = Stopwatch.GetTimestamp();
        raw.sqlite3_busy_timeout(connection.Handle, Milliseconds(longestWait < PartOfWait ? longestWait : PartOfWait));
        try
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                var result = raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE");
                if (result == raw.SQLITE_OK) return new SqliteUnit(connection);
                if ((result & PrimaryCode) != raw.SQLITE_BUSY || Stopwatch.GetElapsedTime(started) >= longestWait) SqliteException.ThrowExceptionForRC(result, connection.Handle);
            }
        }
        finally
        {
            raw.sqlite3_busy_timeout(connection.Handle, Milliseconds(restored ?? longestWait));
        }
    }

    /// <summary>Makes what was written durable.</summary>
    public void Commit() => Execute(_connection, "COMMIT");

    /// <summary>Takes back what was not committed. SQLite has done so itself after some failures.</summary>
    public void Dispose()
    {
        if (raw.sqlite3_get_autocommit(_connection.Handle) == 0) Execute(_connection, "ROLLBACK");
    }

    private static void Execute(SqliteConnection connection, string sql) =>
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle, sql), connection.Handle);

    private static int Milliseconds(TimeSpan time) => (int)time.TotalMilliseconds;
}
