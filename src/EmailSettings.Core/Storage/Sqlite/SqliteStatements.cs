using System.Data.Common;
using EmailSettings.Core.Storage.Relational;
using Microsoft.Data.Sqlite;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>
/// The statements of one connection, each prepared once: preparing takes longer than running most of them. They are let go
/// before the connection, which otherwise stays open below for as long as one of them lives.
/// </summary>
/// <param name="connection">The connection.</param>
internal sealed class SqliteStatements(SqliteConnection connection) : IRelationalStatements, IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public DbCommand Get(string sql, params IReadOnlyList<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Count; i++) command.Parameters.Add(new SqliteParameter { ParameterName = RelationalTable.Parameter(i) });
            _commands[sql] = command;
        }
        for (var i = 0; i < values.Count; i++)
        {
            command.Parameters[i].ResetSqliteType();
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
        return command;
    }

    /// <summary>Lets the statements go.</summary>
    public void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
        _commands.Clear();
    }
}
