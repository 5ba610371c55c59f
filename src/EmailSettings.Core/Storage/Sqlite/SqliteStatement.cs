using System.Text;
using EmailSettings.Core.Storage.Relational;
using SQLitePCL;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>
/// A prepared statement. Disposing it resets it for the next run.
/// </summary>
internal sealed class SqliteStatement : IRelationalRows
{
    private const int MaxBufferedLength = 340;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly byte[] _buffer = new byte[Encoding.UTF8.GetMaxByteCount(MaxBufferedLength)];

    /// <summary>Prepares a statement.</summary>
    /// <exception cref="SqliteFailure">The SQL is invalid, or the database cannot be read.</exception>
    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Binds parameter values: strings, <see cref="long"/> or null.</summary>
    public void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Check(values[i] switch
            {
                null => raw.sqlite3_bind_null(_statement, i + 1),
                long number => raw.sqlite3_bind_int64(_statement, i + 1, number),
                // An empty span would bind NULL.
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

    /// <summary>Gets a column as text; null for NULL.</summary>
    public string? Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    /// <summary>Resets it for the next run. Errors of this run were already thrown by <see cref="Read"/>.</summary>
    public void Dispose() => raw.sqlite3_reset(_statement);

    /// <summary>Finalizes the statement.</summary>
    public void Finish() => _statement.Dispose();

    private ReadOnlySpan<byte> Utf8Of(string text) => text.Length <= MaxBufferedLength
        ? _buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, _buffer))
        : Encoding.UTF8.GetBytes(text);

    private void Check(int result) => SqliteFailure.ThrowIfFailed(result, _database);
}
