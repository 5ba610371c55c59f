using System.Globalization;
using Microsoft.Data.Sqlite;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>The statements of one connection, each prepared once: preparing takes longer than running most of them.</summary>
/// <param name="connection">The connection; closing it finalises them.</param>
internal sealed class SqliteStatements(SqliteConnection connection)
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>A statement ready to run. It serves again, so it is not disposed.</summary>
    /// <param name="sql">The text.</param>
    /// <param name="values">Values of <c>$0</c>, <c>$1</c> and so on.</param>
    public SqliteCommand Get(string sql, params IReadOnlyList<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Count; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i}") });
            _commands[sql] = command;
        }
        for (var i = 0; i < values.Count; i++)
        {
            command.Parameters[i].ResetSqliteType();
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
        return command;
    }
}
