namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>All versions of the embedded store's schema.</summary>
internal static class SqliteSchema
{
    /// <summary>The application id that marks a database as ours ("EMS1").</summary>
    public const int ApplicationId = 0x454D5331;

    private const string Script1 = """
        CREATE TABLE state (id INTEGER PRIMARY KEY CHECK (id = 1), revision INTEGER NOT NULL) STRICT;
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

    // Adds a checksum to every row, and the digest to state.
    private const string Settings2 = """
        CREATE TABLE state (id INTEGER PRIMARY KEY CHECK (id = 1), revision INTEGER NOT NULL, digest TEXT NOT NULL, sum INTEGER NOT NULL) STRICT;
        CREATE TABLE basic (id INTEGER PRIMARY KEY CHECK (id = 1), attachment_encodings TEXT NOT NULL, body_charset TEXT NOT NULL,
            sent_encoding TEXT NOT NULL, max_incoming_size_kb INTEGER NOT NULL, sum INTEGER NOT NULL) STRICT;
        CREATE TABLE attachments (id INTEGER PRIMARY KEY CHECK (id = 1), save_to_folder INTEGER NOT NULL, folder TEXT,
            minimum_file_size_bytes INTEGER NOT NULL, save_as_mime INTEGER NOT NULL, first_saved INTEGER NOT NULL, sum INTEGER NOT NULL) STRICT;
        CREATE TABLE error_texts (id INTEGER PRIMARY KEY CHECK (id = 1), too_large TEXT NOT NULL, no_body TEXT NOT NULL, sum INTEGER NOT NULL) STRICT;
        CREATE TABLE outgoing_server (id INTEGER PRIMARY KEY CHECK (id = 1), enabled INTEGER NOT NULL, host TEXT, port INTEGER NOT NULL,
            use_ssl INTEGER NOT NULL, authentication TEXT NOT NULL, server_user TEXT, address TEXT, client_id TEXT, secret_expires TEXT,
            max_email_size_mb INTEGER, max_recipients INTEGER, max_attachment_size_mb INTEGER, sum INTEGER NOT NULL) STRICT;
        CREATE TABLE incoming_server (id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, address TEXT,
            authentication TEXT NOT NULL, client_id TEXT, secret_expires TEXT, sum INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE secret (key TEXT PRIMARY KEY, thumbprint TEXT, since TEXT NOT NULL, sum INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE secret_text (key TEXT PRIMARY KEY, protected_text TEXT NOT NULL, sum INTEGER NOT NULL) STRICT;
        CREATE TABLE restart (id INTEGER PRIMARY KEY CHECK (id = 1), component TEXT NOT NULL, fields TEXT NOT NULL, since TEXT NOT NULL,
            sum INTEGER NOT NULL) STRICT;
        CREATE TABLE certificate (id INTEGER PRIMARY KEY CHECK (id = 1), thumbprint TEXT NOT NULL, sum INTEGER NOT NULL) STRICT;
        CREATE TABLE certificate_place (thumbprint TEXT NOT NULL, host TEXT NOT NULL, subject TEXT NOT NULL, store TEXT, file TEXT, key_file TEXT,
            sum INTEGER NOT NULL, PRIMARY KEY (thumbprint, host)) STRICT, WITHOUT ROWID;

        """;

    // The insert trigger makes the history grow only: REPLACE may delete a row without firing the delete trigger.
    private const string Script2 = Settings2 + """
        CREATE TABLE history (revision INTEGER PRIMARY KEY, time TEXT NOT NULL, account TEXT NOT NULL, front TEXT NOT NULL, changes TEXT NOT NULL,
            sum INTEGER NOT NULL) STRICT;
        CREATE TRIGGER history_keeps_rows BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
        CREATE TRIGGER history_keeps_values BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
        CREATE TRIGGER history_only_grows BEFORE INSERT ON history WHEN NEW.revision <= (SELECT max(revision) FROM history) BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;

        """;

    // Adds rights, locks, host certificates, and a history with host and refusals; a refusal does not change the revision.
    private const string Script3 = Settings2 + """
        CREATE TABLE access (id INTEGER PRIMARY KEY CHECK (id = 1), enabled INTEGER NOT NULL, sum INTEGER NOT NULL) STRICT;
        CREATE TABLE access_grant (principal_id TEXT NOT NULL, right_name TEXT NOT NULL, principal TEXT NOT NULL, since TEXT NOT NULL,
            sum INTEGER NOT NULL, PRIMARY KEY (principal_id, right_name)) STRICT, WITHOUT ROWID;
        CREATE TABLE block_lock (block TEXT PRIMARY KEY, since TEXT NOT NULL, sum INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE host_certificate (host TEXT PRIMARY KEY, thumbprint TEXT NOT NULL, key_usable INTEGER NOT NULL, account TEXT NOT NULL,
            checked TEXT NOT NULL, sum INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE history (number INTEGER PRIMARY KEY, revision INTEGER NOT NULL, time TEXT NOT NULL, account TEXT NOT NULL, host TEXT,
            front TEXT NOT NULL, changes TEXT NOT NULL, refusal TEXT, sum INTEGER NOT NULL) STRICT;
        CREATE TRIGGER history_keeps_rows BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
        CREATE TRIGGER history_keeps_values BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
        CREATE TRIGGER history_only_grows BEFORE INSERT ON history WHEN NEW.number <= (SELECT max(number) FROM history) BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;

        """;

    /// <summary>All versions, oldest first.</summary>
    public static IReadOnlyList<SqliteVersion> Versions { get; } =
    [
        new(Script1, ["sqlite_autoindex_incoming_server_2", "sqlite_autoindex_secret_1", "sqlite_autoindex_certificate_place_1"]),
        new(Script2, ["sqlite_autoindex_incoming_server_2", "sqlite_autoindex_secret_text_1"], Version1Migration.Convert),
        new(Script3, ["sqlite_autoindex_incoming_server_2", "sqlite_autoindex_secret_text_1"], Version2Migration.Convert),
    ];
}
