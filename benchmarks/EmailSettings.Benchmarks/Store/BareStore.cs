using System.Globalization;
using Microsoft.Data.Sqlite;

namespace EmailSettings.Benchmarks.Store;

/// <summary>The store of a program without this library: prepared statements on one open connection.</summary>
internal sealed class BareStore : IDisposable
{
    private static readonly string[] Selects =
    [
        "SELECT revision FROM state",
        "SELECT attachment_encodings, body_charset, sent_encoding, max_incoming_size_kb FROM basic",
        "SELECT save_to_folder, folder, minimum_file_size_bytes, save_as_mime, first_saved FROM attachments",
        "SELECT component, fields, since FROM restart",
        "SELECT too_large, no_body FROM error_texts",
        "SELECT * FROM outgoing_server",
        """
        SELECT s.id, s.name, s.address, s.authentication, s.client_id, s.secret_expires, p.thumbprint, p.since
        FROM incoming_server s LEFT JOIN secret p ON p.key = 'incoming.secret:' || s.id ORDER BY s.name_key
        """,
        "SELECT thumbprint, subject, store, file, key_file FROM certificate_place",
        "SELECT thumbprint FROM certificate",
    ];

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _update;
    private readonly SqliteCommand _advance;
    private readonly SqliteCommand _insert;
    private long _revision = 1000;

    private BareStore(SqliteConnection connection)
    {
        _connection = connection;
        _update = Command("UPDATE basic SET max_incoming_size_kb = $0", 1);
        _advance = Command("UPDATE state SET revision = $0", 1);
        _insert = Command("INSERT INTO history VALUES ($0, $0, $1, $2, $3, $4, $5, NULL, 0)", 6);
    }

    public static BareStore Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL";
        pragma.ExecuteNonQuery();
        return new BareStore(connection);
    }

    /// <summary>Selects the rows and reads every value.</summary>
    public int SelectEverything()
    {
        using var transaction = _connection.BeginTransaction(deferred: true);
        var rows = 0;
        foreach (var sql in Selects)
        {
            using var command = _connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var values = new object[reader.FieldCount];
            for (; reader.Read(); rows++) reader.GetValues(values);
        }
        return rows;
    }

    /// <summary>Makes the update, the revision and a history row of the same size in one durable transaction.</summary>
    public void Change(int size)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        Execute(_update, transaction, size);
        Execute(_advance, transaction, ++_revision);
        Execute(_insert, transaction, _revision, DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture), "HOST\\user", "HOST", "bench",
            string.Create(CultureInfo.InvariantCulture, $$"""[{"path":"basic.maxIncomingSizeKB","from":{{size - 1}},"to":{{size}}}]"""));
        transaction.Commit();
    }

    public void Dispose()
    {
        _update.Dispose();
        _advance.Dispose();
        _insert.Dispose();
        _connection.Dispose();
    }

    private static void Execute(SqliteCommand command, SqliteTransaction transaction, params object[] values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++) command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${i}"), DBNull.Value);
        return command;
    }
}
