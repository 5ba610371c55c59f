using EmailSettings.Core.Findings;
using EmailSettings.Mail.Redaction;
using Microsoft.Data.Sqlite;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>The tables of the embedded store, as a row of migrations; the version is how many of them were made.</summary>
internal static class SqliteSchema
{
    /// <summary>Marks a database as this program's ("EMS1").</summary>
    public const int ApplicationId = 0x454D5331;

    // A block without a row stands at its defaults, so these stand nowhere but in the records.
    private const string Version1 = """
        CREATE TABLE state (id INTEGER PRIMARY KEY CHECK (id = 1), revision INTEGER NOT NULL) STRICT;
        INSERT INTO state VALUES (1, 0);
        CREATE TABLE basic (id INTEGER PRIMARY KEY CHECK (id = 1), attachment_encodings TEXT NOT NULL, body_charset TEXT NOT NULL,
            sent_encoding TEXT NOT NULL, max_incoming_size_kb INTEGER NOT NULL) STRICT;
        CREATE TABLE attachments (id INTEGER PRIMARY KEY CHECK (id = 1), save_to_folder INTEGER NOT NULL, folder TEXT,
            minimum_file_size_bytes INTEGER NOT NULL, save_as_mime INTEGER NOT NULL, first_saved INTEGER NOT NULL) STRICT;
        CREATE TABLE error_texts (id INTEGER PRIMARY KEY CHECK (id = 1), too_large TEXT NOT NULL, no_body TEXT NOT NULL) STRICT;
        CREATE TABLE outgoing_server (id INTEGER PRIMARY KEY CHECK (id = 1), enabled INTEGER NOT NULL, host TEXT, port INTEGER NOT NULL,
            use_ssl INTEGER NOT NULL, authentication TEXT NOT NULL, server_user TEXT, address TEXT, client_id TEXT, secret_expires TEXT,
            max_email_size_mb INTEGER, max_recipients INTEGER, max_attachment_size_mb INTEGER) STRICT;
        CREATE TABLE incoming_server (id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, address TEXT,
            authentication TEXT NOT NULL, client_id TEXT, secret_expires TEXT) STRICT, WITHOUT ROWID;
        CREATE TABLE secret (key TEXT PRIMARY KEY, protected_text TEXT NOT NULL, thumbprint TEXT, since TEXT NOT NULL) STRICT;
        CREATE TABLE restart (id INTEGER PRIMARY KEY CHECK (id = 1), component TEXT NOT NULL, fields TEXT NOT NULL, since TEXT NOT NULL) STRICT;
        CREATE TABLE certificate (id INTEGER PRIMARY KEY CHECK (id = 1), thumbprint TEXT NOT NULL) STRICT;
        CREATE TABLE certificate_place (thumbprint TEXT NOT NULL, host TEXT NOT NULL, subject TEXT NOT NULL, store TEXT, file TEXT, key_file TEXT,
            PRIMARY KEY (thumbprint, host)) STRICT;
        CREATE TABLE history (revision INTEGER PRIMARY KEY, time TEXT NOT NULL, account TEXT NOT NULL, front TEXT NOT NULL, changes TEXT NOT NULL) STRICT;
        CREATE TRIGGER history_keeps_rows BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
        CREATE TRIGGER history_keeps_values BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
        """;

    /// <summary>The migrations in order; a released one is never edited.</summary>
    public static IReadOnlyList<string> Migrations { get; } = [Version1];

    /// <summary>Says what a database is: the version of its tables, 0 for one without any.</summary>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.StoreForeign"/> or <see cref="StoreErrors.StoreNewer"/>.</exception>
    public static int VersionOf(SqliteConnection connection, string location, int newest)
    {
        // In one statement, or another process could make the tables between two of them.
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT a.application_id, v.user_version, (SELECT count(*) FROM sqlite_schema) FROM pragma_application_id a, pragma_user_version v";
        using var row = command.ExecuteReader();
        row.Read();
        var (application, version, tables) = (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
        if (application == 0 && version == 0 && tables == 0) return 0;
        if (application != ApplicationId) throw StoreErrors.StoreForeign.Error("store", location);
        return version <= newest
            ? (int)version
            : throw StoreErrors.StoreNewer.Error("store", location, limit: $"{newest}", detail: $"{version}");
    }

    /// <summary>What is wrong with the pages of a database; null where nothing.</summary>
    public static string? FindDamage(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check";
        return command.ExecuteScalar() is string said and not "ok" ? DisplayText.Shorten(said, 200) : null;
    }

    /// <summary>Brings a database to the newest version inside the transaction that is under way.</summary>
    public static void Migrate(SqliteConnection connection, SqliteTransaction transaction, int from, IReadOnlyList<string> migrations)
    {
        for (var version = from; version < migrations.Count; version++) Execute(connection, transaction, migrations[version]);
        Execute(connection, transaction, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {migrations.Count};");
    }

    private static void Execute(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
