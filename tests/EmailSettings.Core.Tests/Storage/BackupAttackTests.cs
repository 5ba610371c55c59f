using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.Tests.Operations;
using EmailSettings.Core.Tests.Secrets;

namespace EmailSettings.Core.Tests.Storage;

/// <summary>Manipulated backups with valid checksums: none brings invalid values, and none redirects a secret.</summary>
public sealed class BackupAttackTests : IDisposable
{
    private readonly TestSystem _system = new();
    private readonly string _backup;

    public BackupAttackTests()
    {
        _system.Use(TestCertificates.Make());
        _system.StoreThree();
        _system.AddServer("Sales");
        _system.Set("incoming.secret:Sales", "sales");
        _backup = _system.Files.File("backup.db");
        _system.Session.Store.Backup(_backup, _system.Host);
    }

    public void Dispose() => _system.Dispose();

    [Theory]
    [InlineData("CREATE VIRTUAL TABLE v USING fts5 (x)")]
    [InlineData("DROP TABLE basic; CREATE VIRTUAL TABLE basic USING fts5 (id, attachment_encodings, body_charset, sent_encoding, max_incoming_size_kb, sum)")]
    [InlineData("ANALYZE")]
    [InlineData("CREATE TABLE x (id INTEGER PRIMARY KEY AUTOINCREMENT); DROP TABLE x")]
    [InlineData("CREATE UNIQUE INDEX i ON secret (key) WHERE thumbprint IS NULL")]
    [InlineData("CREATE INDEX i ON incoming_server (name COLLATE NOCASE)")]
    [InlineData("DROP TABLE error_texts; CREATE TABLE error_texts (id INTEGER PRIMARY KEY CHECK (id = 1), too_large TEXT NOT NULL COLLATE NOCASE, no_body TEXT NOT NULL, sum INTEGER NOT NULL) STRICT")]
    [InlineData("DROP TABLE error_texts; CREATE TABLE error_texts (id INTEGER PRIMARY KEY CHECK (id = 1), too_large TEXT NOT NULL, no_body TEXT NOT NULL, sum INTEGER NOT NULL) STRICT, WITHOUT ROWID")]
    [InlineData("DROP TABLE error_texts; CREATE TABLE error_texts (id INTEGER PRIMARY KEY CHECK (id = 1), too_large TEXT NOT NULL DEFAULT (hex(zeroblob(100000000))), no_body TEXT NOT NULL, sum INTEGER NOT NULL) STRICT")]
    [InlineData("DROP TABLE error_texts; CREATE TABLE error_texts (id INTEGER PRIMARY KEY CHECK (id = 1), too_large TEXT NOT NULL GENERATED ALWAYS AS ('x') VIRTUAL, no_body TEXT NOT NULL, sum INTEGER NOT NULL) STRICT")]
    [InlineData("DROP TRIGGER history_keeps_rows; CREATE TRIGGER history_keeps_rows BEFORE DELETE ON history BEGIN SELECT 1; END")]
    [InlineData("DROP TRIGGER history_only_grows; CREATE TRIGGER history_only_grows AFTER INSERT ON basic BEGIN DELETE FROM secret; END")]
    [InlineData("PRAGMA application_id = 1")]
    [InlineData("PRAGMA user_version = 2")]
    [InlineData("PRAGMA encoding = 'UTF-16'; DROP TABLE basic")]
    public void A_schema_with_other_types_is_refused(string sql)
    {
        using (var connection = OtherProgram.Open(_backup)) connection.Execute(sql);
        MustRefuse();
    }

    [Theory]
    [InlineData("UPDATE outgoing_server SET host = CAST(host AS BLOB)")]
    [InlineData("UPDATE outgoing_server SET port = CAST(port AS REAL)")]
    [InlineData("UPDATE outgoing_server SET sum = CAST(sum AS TEXT)")]
    [InlineData("UPDATE outgoing_server SET server_user = 'a' || char(0) || 'b'")]
    public void A_value_of_another_type_is_refused_in_a_backup_and_never_read_as_another_in_a_store(string sql)
    {
        Forgery.Rewrite(_backup, "UPDATE sqlite_schema SET sql = replace(replace(sql, ') STRICT', ')'), 'INTEGER NOT NULL', 'NOT NULL') WHERE name = 'outgoing_server'");
        Forgery.Rewrite(_backup, sql);
        Forgery.Rewrite(_backup, "UPDATE sqlite_schema SET sql = (SELECT sql FROM other.sqlite_schema WHERE name = 'outgoing_server') WHERE name = 'outgoing_server'", _system.Store.Location);
        MustRefuse();
        using var store = new SqliteSettingsStore(_backup);
        try
        {
            Assert.Equal(_system.Session.Settings.ReadOutgoingServer(), store.Read(StoreParts.Outgoing).OutgoingServer);
        }
        catch (EmailSettingsException e)
        {
            Assert.Equal(StoreErrors.StoreDamaged.Id, e.Code.Id);
        }
    }

    [Theory]
    [InlineData("UPDATE outgoing_server SET host = 'smtp.' || char(0x200B) || 'example.com'")]
    [InlineData("UPDATE outgoing_server SET host = 'smtp.example.com' || char(0x202E)")]
    [InlineData("UPDATE outgoing_server SET host = 'smtp.ex' || char(0xFE0F) || 'ample.com'")]
    [InlineData("UPDATE outgoing_server SET host = 'smtp.example.com' || char(0xE0041)")]
    [InlineData("UPDATE outgoing_server SET host = 'smtp.example.com/../x'")]
    [InlineData("UPDATE outgoing_server SET host = '0x7f.1'")]
    [InlineData("UPDATE incoming_server SET address = 'https://login.' || char(0x200D) || 'example.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718'")]
    [InlineData("UPDATE incoming_server SET address = 'https://user@login.example.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718'")]
    public void A_host_that_could_not_be_entered_is_refused(string sql)
    {
        Forgery.Forge(_backup, sql);
        MustRefuse();
    }

    [Theory]
    [InlineData("UPDATE outgoing_server SET host = 'smtp.ex' || char(0x430) || 'mple.com'", "xn--")]
    [InlineData("UPDATE outgoing_server SET port = 26", "port")]
    [InlineData("UPDATE outgoing_server SET use_ssl = 0", "useSsl")]
    [InlineData("UPDATE outgoing_server SET host = NULL", "host")]
    public void An_edited_target_is_shown_and_does_not_get_the_password(string sql, string shown)
    {
        Forgery.Forge(_backup, sql);
        var host = new RecordingHost();
        _system.Session.Store.Restore(_backup, host);

        Assert.Contains(shown, Assert.Single(host.Asked).Action, StringComparison.Ordinal);
        Assert.Contains(host.Warnings, warning => warning.Code == SettingsWarnings.SecretNotRestored);
        Assert.False(_system.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);
    }

    [Theory]
    [InlineData("UPDATE outgoing_server SET host = 'evil.example.net'", "outgoing.password")]
    [InlineData("UPDATE incoming_server SET address = 'https://evil.example.net/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718' WHERE name = 'Support'", "incoming.secret:Support")]
    [InlineData("UPDATE incoming_server SET client_id = '1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809' WHERE name = 'Support'", "incoming.secret:Support")]
    [InlineData(Exchanged, "incoming.secret:Support", "incoming.secret:Sales")]
    [InlineData("UPDATE secret_text SET protected_text = (SELECT protected_text FROM secret_text WHERE key LIKE 'incoming.%' LIMIT 1) WHERE key = 'outgoing.password'", "outgoing.password")]
    [InlineData("UPDATE secret_text SET protected_text = (SELECT protected_text FROM secret_text WHERE key = 'outgoing.password') WHERE key = 'sms.password'", "sms.password")]
    [InlineData("UPDATE secret_text SET protected_text = (SELECT protected_text FROM secret_text WHERE key = 'sms.password') WHERE key LIKE 'incoming.%'", "incoming.secret:Support", "incoming.secret:Sales")]
    [InlineData("INSERT INTO secret SELECT 'outgoing.secret', thumbprint, since, 0 FROM secret WHERE key = 'outgoing.password'; INSERT INTO secret_text SELECT 'outgoing.secret', protected_text, 0 FROM secret_text WHERE key = 'outgoing.password'; UPDATE outgoing_server SET authentication = 'OAuthService', address = 'https://evil.example.net/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718', client_id = '1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'", "outgoing.secret")]
    public void On_a_new_host_with_the_same_certificate_no_secret_is_decrypted_for_an_edited_target(string sql, params string[] purposes)
    {
        Forgery.Forge(_backup, [.. sql.Split("; ")]);
        using var second = new TestSystem();
        foreach (var certificate in _system.Certificates.Stores.Read(Certificates.CertificateLocation.CurrentUser)) second.Use(certificate);
        second.Session.Store.Restore(_backup, second.Host);

        foreach (var purpose in purposes)
        {
            var refused = Assert.Throws<EmailSettingsException>(() => second.Read(purpose));
            Assert.Contains(refused.Code.Id, new[] { SettingsErrors.SecretRequiredAgain.Id, SecretErrors.ProtectedForOtherPurpose.Id, SecretErrors.SecretNotFound.Id });
        }
    }

    // Two servers exchange their texts.
    private const string Exchanged = "CREATE TEMP TABLE was AS SELECT * FROM secret_text; UPDATE secret_text SET protected_text = (SELECT was.protected_text FROM was WHERE was.key LIKE 'incoming.%' AND was.key <> secret_text.key) WHERE key LIKE 'incoming.%'";

    [Fact]
    public void A_log_of_another_store_beside_a_backup_is_that_other_store_or_damage_and_never_a_mixture()
    {
        using var other = new TestSystem();
        other.Use(TestCertificates.Make());
        other.StoreThree();
        var before = File.ReadAllBytes(_backup);
        File.Copy(other.Store.Location + "-wal", _backup + "-wal");
        using var second = new SessionFixture();
        try
        {
            second.Session.Store.Restore(_backup, new RecordingHost());
            Assert.Contains("Support", second.Session.Settings.ReadIncomingServers().Select(server => server.Name));
        }
        catch (EmailSettingsException e)
        {
            Assert.Equal(StoreErrors.StoreDamaged.Id, e.Code.Id);
        }
        Assert.Equal(before, File.ReadAllBytes(_backup));
    }

    private void MustRefuse()
    {
        using var second = new SessionFixture();
        second.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 5)));
        var refused = Assert.Throws<EmailSettingsException>(() => second.Session.Store.Restore(_backup, new RecordingHost()));
        Assert.Equal((StoreErrors.StoreDamaged.Id, 1L), (refused.Code.Id, second.Session.Store.Describe().Revision));
    }
}
