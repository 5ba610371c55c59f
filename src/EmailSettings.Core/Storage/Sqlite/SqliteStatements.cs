using EmailSettings.Core.Storage.Relational;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>
/// The statements of one connection, each prepared once: preparing takes longer than running most of them. They are let go
/// before the connection, which otherwise stays open below for as long as one of them lives.
/// </summary>
/// <param name="connection">The connection.</param>
internal sealed class SqliteStatements(SqliteConnection connection) : IRelationalStatements, IDisposable
{
    private readonly Dictionary<string, SqliteStatement> _prepared = new(StringComparer.Ordinal);

    /// <summary>A transaction is under way.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    /// <inheritdoc/>
    public void Execute(string sql, params ReadOnlySpan<object?> values)
    {
        using var statement = Bound(sql, values);
        statement.Read();
    }

    /// <inheritdoc/>
    public IRelationalRows Query(string sql, params ReadOnlySpan<object?> values) => Bound(sql, values);

    /// <summary>How long a lock of another connection is waited for from now on.</summary>
    public void WaitForLocks(TimeSpan longest) => raw.sqlite3_busy_timeout(connection.Handle, (int)longest.TotalMilliseconds);

    /// <summary>Lets the statements go.</summary>
    public void Dispose()
    {
        foreach (var statement in _prepared.Values) statement.Finish();
        _prepared.Clear();
    }

    private SqliteStatement Bound(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var statement)) _prepared[sql] = statement = new SqliteStatement(connection, sql);
        statement.Bind(values);
        return statement;
    }
}
