using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmailSettings.Core.Storage;

/// <summary>
/// A transaction on prepared statements. The provider's own transaction prepares four statements each time, which takes
/// longer than the reading of a block.
/// </summary>
internal readonly struct SqliteUnit : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteStatements _statements;

    private SqliteUnit(SqliteConnection connection, SqliteStatements statements)
    {
        _connection = connection;
        _statements = statements;
    }

    /// <summary>Begins one that reads: a consistent view from its first statement on.</summary>
    public static SqliteUnit BeginReading(SqliteConnection connection, SqliteStatements statements) => Begin(connection, statements, "BEGIN DEFERRED");

    /// <summary>Begins one that writes: waits for the lock first.</summary>
    public static SqliteUnit BeginWriting(SqliteConnection connection, SqliteStatements statements) => Begin(connection, statements, "BEGIN IMMEDIATE");

    /// <summary>Makes what was written durable.</summary>
    public void Commit() => _statements.Get("COMMIT").ExecuteNonQuery();

    /// <summary>Takes back what was not committed. SQLite has done so itself after some failures.</summary>
    public void Dispose()
    {
        if (raw.sqlite3_get_autocommit(_connection.Handle) == 0) _statements.Get("ROLLBACK").ExecuteNonQuery();
    }

    private static SqliteUnit Begin(SqliteConnection connection, SqliteStatements statements, string sql)
    {
        statements.Get(sql).ExecuteNonQuery();
        return new SqliteUnit(connection, statements);
    }
}
