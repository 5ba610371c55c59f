using System.Diagnostics;
using SQLitePCL;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>
/// A transaction on prepared statements. The provider's transaction takes longer than reading a block, and waits for locks in its
/// own way.
/// </summary>
internal readonly struct StoreTransaction : IDisposable
{
    // SQLite cannot be interrupted while it waits for a lock, so it waits in slices.
    private static readonly TimeSpan WaitSlice = TimeSpan.FromMilliseconds(100);

    private readonly SqliteStatements _statements;

    private StoreTransaction(SqliteStatements statements) => _statements = statements;

    /// <summary>Begins a read transaction. Its first statement takes a consistent snapshot.</summary>
    public static StoreTransaction BeginReading(SqliteStatements statements)
    {
        statements.Execute("BEGIN DEFERRED");
        return new StoreTransaction(statements);
    }

    /// <summary>Begins a write transaction, waiting for the lock.</summary>
    /// <exception cref="SqliteFailure">SQLITE_BUSY: the lock was held the whole time.</exception>
    /// <param name="statements">The statements of the connection.</param>
    /// <param name="timeout">How long to wait for the lock.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    /// <param name="timeoutAfterwards">The busy timeout of later statements; <paramref name="timeout"/> if null.</param>
    public static StoreTransaction BeginWriting(SqliteStatements statements, TimeSpan timeout, CancellationToken cancellation, TimeSpan? timeoutAfterwards = null)
    {
        var started = Stopwatch.GetTimestamp();
        statements.SetBusyTimeout(timeout < WaitSlice ? timeout : WaitSlice);
        try
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                try
                {
                    statements.Execute("BEGIN IMMEDIATE");
                    return new StoreTransaction(statements);
                }
                catch (SqliteFailure e) when (e.Code == raw.SQLITE_BUSY && Stopwatch.GetElapsedTime(started) < timeout)
                {
                    // Wait for the next slice.
                }
            }
        }
        finally
        {
            statements.SetBusyTimeout(timeoutAfterwards ?? timeout);
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
