using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>
/// A transaction run by prepared statements: the provider's takes longer than reading a block, and has its own way of waiting for
/// locks.
/// </summary>
internal readonly struct SqliteUnit : IDisposable
{
    // SQLite cannot be interrupted while it waits for a lock, so it waits in slices.
    private static readonly TimeSpan PartOfWait = TimeSpan.FromMilliseconds(100);

    private readonly SqliteStatements _statements;

    private SqliteUnit(SqliteStatements statements) => _statements = statements;

    /// <summary>Begins a read transaction: a consistent snapshot from its first statement on.</summary>
    public static SqliteUnit BeginReading(SqliteStatements statements)
    {
        statements.Execute("BEGIN DEFERRED");
        return new SqliteUnit(statements);
    }

    /// <summary>Begins a write transaction, waiting for the lock.</summary>
    /// <exception cref="SqliteException">SQLITE_BUSY: the lock was held the whole time.</exception>
    /// <param name="statements">The statements of the connection.</param>
    /// <param name="longestWait">How long to wait for the lock.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    /// <param name="restored">The busy timeout afterwards; <paramref name="longestWait"/> if null.</param>
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
                    // Wait for the next slice.
                }
            }
        }
        finally
        {
            statements.WaitForLocks(restored ?? longestWait);
        }
    }

    /// <summary>Commits.</summary>
    public void Commit() => _statements.Execute("COMMIT");

    /// <summary>Rolls back unless committed. After some failures SQLite has already done so itself.</summary>
    public void Dispose()
    {
        if (_statements.IsInTransaction) _statements.Execute("ROLLBACK");
    }
}
