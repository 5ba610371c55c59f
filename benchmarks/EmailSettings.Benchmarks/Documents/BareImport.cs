using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace EmailSettings.Benchmarks.Documents;

/// <summary>The import of a program without this library: a table, prepared statements, one durable transaction.</summary>
internal static class BareImport
{
    private const string Tables = """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
        CREATE TABLE incoming_server (id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, address TEXT, authentication TEXT, client_id TEXT, secret_expires TEXT) STRICT;
        CREATE TABLE history (revision INTEGER PRIMARY KEY, time TEXT NOT NULL, account TEXT NOT NULL, front TEXT NOT NULL, changes TEXT NOT NULL) STRICT
        """;

    /// <summary>Creates a store and fills it.</summary>
    public static void Into(string file, JsonElement servers)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using (var tables = Command(connection, Tables)) tables.ExecuteNonQuery();
        using var transaction = connection.BeginTransaction();
        using var insert = Command(connection, "INSERT INTO incoming_server VALUES ($0, $1, $2, $3, $4, $5, NULL)", 6);
        insert.Transaction = transaction;
        using var changes = new MemoryStream();
        using (var json = new Utf8JsonWriter(changes))
        {
            json.WriteStartArray();
            foreach (var server in servers.EnumerateArray())
            {
                var name = server.GetProperty("name").GetString()!;
                insert.Parameters[0].Value = Guid.CreateVersion7().ToString("D");
                insert.Parameters[1].Value = name;
                insert.Parameters[2].Value = name.ToLowerInvariant();
                Change(json, name, "name", name);
                var column = 3;
                foreach (var field in new[] { "address", "authentication", "clientId" })
                {
                    var value = server.GetProperty(field).GetString()!;
                    insert.Parameters[column++].Value = value;
                    Change(json, name, field, value);
                }
                insert.ExecuteNonQuery();
            }
            json.WriteEndArray();
        }
        using var history = Command(connection, "INSERT INTO history VALUES (1, $0, 'bench', 'bench', $1)", 2);
        history.Transaction = transaction;
        history.Parameters[0].Value = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture);
        history.Parameters[1].Value = System.Text.Encoding.UTF8.GetString(changes.GetBuffer(), 0, (int)changes.Length);
        history.ExecuteNonQuery();
        transaction.Commit();
    }

    private static void Change(Utf8JsonWriter json, string server, string field, string value)
    {
        json.WriteStartObject();
        json.WriteString("path", $"incomingServers[{server}].{field}");
        json.WriteNull("from");
        json.WriteString("to", value);
        json.WriteEndObject();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, int parameters = 0)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var index = 0; index < parameters; index++) command.Parameters.Add(string.Create(CultureInfo.InvariantCulture, $"${index}"), SqliteType.Text);
        return command;
    }
}
