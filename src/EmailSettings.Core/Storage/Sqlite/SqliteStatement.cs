using System.Text;
using EmailSettings.Core.Storage.Relational;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>
/// A prepared statement, run by SQLite's own calls: the provider's commands and readers take longer than the reading of a
/// block, and give text as strings alone. Disposed, it is ready to run again.
/// </summary>
internal sealed class SqliteStatement : IRelationalRows
{
    private const int LongestBuffered = 340;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly byte[] _buffer = new byte[Encoding.UTF8.GetMaxByteCount(LongestBuffered)];

    /// <summary>Prepares a statement.</summary>
    /// <exception cref="SqliteException">It is none, or the database cannot be read.</exception>
    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Gives its parameters values: text, <see cref="long"/> or null.</summary>
    public void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Check(values[i] switch
            {
                null => raw.sqlite3_bind_null(_statement, i + 1),
                long number => raw.sqlite3_bind_int64(_statement, i + 1, number),
                // As bytes it would be taken for null.
                "" => raw.sqlite3_bind_text(_statement, i + 1, ""),
                var text => raw.sqlite3_bind_text(_statement, i + 1, Utf8Of((string)text)),
            });
        }
    }

    /// <inheritdoc/>
    public bool Read()
    {
        var result = raw.sqlite3_step(_statement);
        Check(result);
        return result == raw.SQLITE_ROW;
    }

    /// <inheritdoc/>
    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <inheritdoc/>
    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>Makes it ready to run again. What went wrong with this run was told by <see cref="Read"/>.</summary>
    public void Dispose() => raw.sqlite3_reset(_statement);

    /// <summary>Lets it go.</summary>
    public void Finish() => _statement.Dispose();

    private ReadOnlySpan<byte> Utf8Of(string text) => text.Length <= LongestBuffered
        ? _buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, _buffer))
        : Encoding.UTF8.GetBytes(text);

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
