using EmailSettings.Core.Storage.Relational;
using SQLitePCL;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>
/// Caches the prepared statements of one connection, since preparing most of them takes longer than running them. Dispose it
/// before the connection, which SQLite keeps open as long as a statement exists.
/// </summary>
/// <param name="database">The connection.</param>
internal sealed class SqliteStatements(SqliteDatabase database) : IRelationalStatements, IDisposable
{
    private readonly Dictionary<string, SqliteStatement> _prepared = new(StringComparer.Ordinal);

    /// <summary>Whether a transaction is active.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(database.Handle) == 0;

    /// <inheritdoc/>
    public void Execute(string sql, params ReadOnlySpan<object?> values)
    {
        using var statement = Bound(sql, values);
        statement.Read();
    }

    /// <inheritdoc cref="IRelationalStatements.Query"/>
    public SqliteStatement Query(string sql, params ReadOnlySpan<object?> values) => Bound(sql, values);

    IRelationalRows IRelationalStatements.Query(string sql, params ReadOnlySpan<object?> values) => Bound(sql, values);

    /// <summary>Sets how long to wait for locks of other connections.</summary>
    public void SetBusyTimeout(TimeSpan timeout) => database.SetBusyTimeout(timeout);

    /// <summary>Finalizes all statements.</summary>
    public void Dispose()
    {
        foreach (var statement in _prepared.Values) statement.Finish();
        _prepared.Clear();
    }

    private SqliteStatement Bound(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var statement)) _prepared[sql] = statement = new SqliteStatement(database.Handle, sql);
        statement.Bind(values);
        return statement;
    }
}
