using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>
/// A transaction. It is begun and ended by prepared statements: the provider's transaction takes longer than the reading of a
/// block, and waits for locks in a way of its own.
/// </summary>
internal readonly struct SqliteUnit : IDisposable
{
    // SQLite does not look for an interruption while it waits for a lock, so it waits in parts.
    private static readonly TimeSpan PartOfWait = TimeSpan.FromMilliseconds(100);

    private readonly SqliteStatements _statements;

    private SqliteUnit(SqliteStatements statements) => _statements = statements;

    /// <summary>Begins one that reads: a consistent view from its first statement on.</summary>
    public static SqliteUnit BeginReading(SqliteStatements statements)
    {
        statements.Execute("BEGIN DEFERRED");
        return new SqliteUnit(statements);
    }

    /// <summary>Begins one that writes: waits for the lock first.</summary>
    /// <exception cref="SqliteException">Busy: the lock was held for the whole time.</exception>
    /// <param name="statements">The statements of the connection.</param>
    /// <param name="longestWait">How long the lock is waited for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <param name="restored">How long the connection waits for locks afterwards; as long as for this one if not given.</param>
    public static SqliteUnit BeginWriting(SqliteStatements statements, TimeSpan longestWait, CancellationToken cancellation, TimeSpan? restored = null)
    {
        var started = Stopwatch.GetTimestamp();
        statements.WaitForLocks(longestWait < PartOfWait ? longestWait : PartOfWait);
        try
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                try
                {
                    statements.Execute("BEGIN IMMEDIATE");
                    return new SqliteUnit(statements);
                }
                catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_BUSY && Stopwatch.GetElapsedTime(started) < longestWait)
                {
                    // The next part of the wait.
                }
            }
        }
        finally
        {
            statements.WaitForLocks(restored ?? longestWait);
        }
    }

    /// <summary>Makes what was written durable.</summary>
    public void Commit() => _statements.Execute("COMMIT");

    /// <summary>Takes back what was not committed. SQLite has done so itself after some failures.</summary>
    public void Dispose()
    {
        if (_statements.IsInTransaction) _statements.Execute("ROLLBACK");
    }
}
