using System.Diagnostics;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Storage;

/// <summary>Backups of the embedded store are databases of untrusted origin.</summary>
public sealed class SqliteBackupTests : IDisposable
{
    private readonly SessionFixture _fixture = new();
    private readonly string _backup;

    public SqliteBackupTests() => _backup = _fixture.Folder.File("backup.db");

    [Fact]
    public void A_damaged_store_is_set_aside_with_everything_it_holds_and_the_backup_takes_its_place()
    {
        MakeBackup();
        _fixture.Session.Dispose();
        var damaged = File.ReadAllBytes(_fixture.File);
        Array.Fill(damaged, (byte)0xFF, 1024, 4096);
        File.WriteAllBytes(_fixture.File, damaged);
        using var session = _fixture.Open();

        Assert.Equal(3, session.Store.Restore(_backup, new RecordingHost())!.Revision);

        var aside = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(_fixture.File)!, "settings.db.damaged-*"), file => !file.EndsWith("-wal", StringComparison.Ordinal) && !file.EndsWith("-shm", StringComparison.Ordinal));
        Assert.Equal(damaged, File.ReadAllBytes(aside));
        Assert.Equal(2, session.Settings.ReadBasic().MaxIncomingSizeKB);
        Assert.Equal(CheckStatus.Passed, session.Health.Check().Checks[0].Status);
    }

    [Fact]
    public void An_invalid_backup_is_refused_before_anything_is_done_to_the_store()
    {
        MakeBackup();
        var good = File.ReadAllBytes(_backup);
        var cut = _fixture.Folder.Write("cut.db", good[..(good.Length / 2)]);
        var text = _fixture.Folder.Write("text.db", "not a database, but long enough to be read as one"u8.ToArray());
        var empty = _fixture.Folder.Write("empty.db", []);
        var flipped = (byte[])good.Clone();
        Array.Fill(flipped, (byte)0xFF, 4096, 200);
        var inside = _fixture.Folder.Write("inside.db", flipped);

        foreach (var (file, code) in new[]
        {
            (cut, StoreErrors.StoreDamaged), (text, StoreErrors.StoreDamaged), (inside, StoreErrors.StoreDamaged),
            (empty, StoreErrors.StoreForeign), (_fixture.Folder.File("nothing.db"), StoreErrors.FileNotFound),
        })
        {
            MustRefuse(file, code);
        }
    }

    [Fact]
    public void A_damaged_backup_is_not_called_a_store_and_another_one_is_recommended()
    {
        var text = _fixture.Folder.Write("text.db", "not a database, but long enough to be read as one"u8.ToArray());

        var refused = Assert.Single(Assert.Throws<EmailSettingsException>(() => _fixture.Session.Store.Restore(text, new RecordingHost())).Faults);

        Assert.StartsWith($"'{text}' is damaged", refused.Cause, StringComparison.Ordinal);
        Assert.Contains("a backup that is not damaged", refused.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE VIEW v AS SELECT 1")]
    [InlineData("DROP TABLE basic; CREATE VIEW basic AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS id, x AS attachment_encodings, x AS body_charset, x AS sent_encoding, x AS max_incoming_size_kb, x AS sum FROM n")]
    [InlineData("CREATE TRIGGER t AFTER INSERT ON basic BEGIN DELETE FROM secret; END")]
    [InlineData("DROP TRIGGER history_only_grows")]
    [InlineData("CREATE INDEX i ON basic (body_charset)")]
    [InlineData("CREATE TABLE more (x)")]
    [InlineData("ALTER TABLE error_texts ADD COLUMN g INTEGER GENERATED ALWAYS AS (length(zeroblob(1000000000)))")]
    [InlineData("DROP TABLE error_texts; CREATE TABLE error_texts (id, too_large, no_body, sum)")]
    public void A_backup_whose_tables_are_not_exactly_those_of_a_store_is_refused(string sql)
    {
        MakeBackup();
        using (var connection = OtherProgram.Open(_backup)) connection.Execute(sql);
        MustRefuse(_backup, StoreErrors.StoreDamaged);
    }

    [Theory]
    [InlineData("UPDATE state SET revision = 9223372036854775807")]
    [InlineData("UPDATE state SET revision = 9223372036854775807; UPDATE history SET revision = 9223372036854775807 WHERE revision = 2")]
    [InlineData("UPDATE state SET revision = -1")]
    [InlineData("DELETE FROM state")]
    [InlineData("UPDATE basic SET max_incoming_size_kb = 0")]
    [InlineData("UPDATE basic SET max_incoming_size_kb = 99999999999")]
    [InlineData("UPDATE basic SET body_charset = 'utf-16'")]
    [InlineData("UPDATE basic SET sent_encoding = 'x'")]
    [InlineData("UPDATE error_texts SET no_body = ''")]
    [InlineData("UPDATE error_texts SET no_body = printf('%.*c', 1000000, 'x')")]
    [InlineData("UPDATE error_texts SET no_body = 'a' || char(27) || '[2J'")]
    [InlineData("INSERT INTO outgoing_server (id, enabled, host, port, use_ssl, authentication, sum) VALUES (1, 1, 'a b', 25, 0, 'Anonymous', 0)")]
    [InlineData("INSERT INTO outgoing_server (id, enabled, port, use_ssl, authentication, sum) VALUES (1, 0, 70000, 0, 'Anonymous', 0)")]
    [InlineData("INSERT INTO outgoing_server (id, enabled, port, use_ssl, authentication, sum) VALUES (1, 2, 25, 0, 'Anonymous', 0)")]
    [InlineData("UPDATE incoming_server SET address = 'http://login.example.org/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718'")]
    [InlineData("UPDATE incoming_server SET name = 'x' || char(0x202E, 10)")]
    [InlineData("UPDATE incoming_server SET client_id = NULL")]
    [InlineData("INSERT INTO incoming_server SELECT '00000000-1111-2222-3333-444444444444', upper(name), 'other key', address, authentication, client_id, secret_expires, 0 FROM incoming_server")]
    [InlineData("INSERT INTO secret VALUES ('outgoing.password', NULL, '2026-01-01T00:00:00.0000000+00:00', 0); INSERT INTO secret_text VALUES ('outgoing.password', 'no CMS', 0)")]
    [InlineData("INSERT INTO secret VALUES ('outgoing.password', 'short', '2026-01-01T00:00:00.0000000+00:00', 0); INSERT INTO secret_text VALUES ('outgoing.password', '-----BEGIN CMS-----', 0)")]
    [InlineData("INSERT INTO secret VALUES ('incoming.secret:00000000-1111-2222-3333-444444444444', NULL, '2026-01-01T00:00:00.0000000+00:00', 0); INSERT INTO secret_text VALUES ('incoming.secret:00000000-1111-2222-3333-444444444444', '-----BEGIN CMS-----', 0)")]
    [InlineData("INSERT INTO secret_text VALUES ('sms.password', '-----BEGIN CMS-----', 0)")]
    [InlineData("INSERT INTO certificate VALUES (1, '../../key.pem', 0)")]
    [InlineData("INSERT INTO restart VALUES (1, 'Agent Server', 'whatever', '2026-01-01T00:00:00.0000000+00:00', 0)")]
    [InlineData("UPDATE history SET changes = '{'")]
    [InlineData("UPDATE history SET account = printf('%.*c', 100000, 'x')")]
    public void A_backup_with_an_invalid_value_is_refused(string sql)
    {
        MakeBackup();
        Forgery.Forge(_backup, sql);

        MustRefuse(_backup, StoreErrors.StoreDamaged);
    }

    [Fact]
    public void A_consistently_altered_backup_is_shown_and_restored_as_is()
    {
        MakeBackup();
        Forgery.Forge(_backup, "UPDATE basic SET max_incoming_size_kb = 77");
        var host = new RecordingHost();

        _fixture.Session.Store.Restore(_backup, host);

        Assert.Contains("to '77'", Assert.Single(host.Asked).Action, StringComparison.Ordinal);
        Assert.Equal(77, _fixture.Session.Settings.ReadBasic().MaxIncomingSizeKB);
    }

    [Fact]
    public void A_forged_certificate_location_cannot_make_secrets_use_another_key()
    {
        var thumbprint = _fixture.UseCertificate();
        MakeBackup();
        Forgery.Forge(_backup, $"UPDATE certificate_place SET store = NULL, file = '{_fixture.Folder.File("other.pem")}'");

        _fixture.Session.Store.Restore(_backup, new RecordingHost());

        using var store = _fixture.OpenStore();
        Assert.Equal((thumbprint, null), (store.Read(StoreParts.Certificate).Certificate!.Thumbprint, store.Read(StoreParts.Certificate).Certificate!.Location.File));
    }

    [Fact]
    public void A_forged_target_does_not_get_the_password()
    {
        _fixture.UseCertificate();
        _fixture.Apply(SessionFixture.Outgoing(("host", "smtp.example.org"), ("authentication", "Basic"), ("serverUser", "mailer")), new Core.Changes.ChangeStep.SetSecret(SecretPurpose.OutgoingPassword, SessionFixture.Secret()));
        MakeBackup();
        Forgery.Forge(_backup, "UPDATE outgoing_server SET host = 'evil.example.net'");
        var host = new RecordingHost();

        _fixture.Session.Store.Restore(_backup, host);

        Assert.Equal(SettingsWarnings.SecretNotRestored.Id, Assert.Single(host.Warnings).Id);
        Assert.False(_fixture.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);
    }

    [Fact]
    public void An_interrupted_read_ends_at_once()
    {
        MakeBackup();
        using var store = _fixture.OpenStore();
        using var interrupted = new CancellationTokenSource();
        interrupted.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => store.Backup.Read(_backup, interrupted.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => store.Backup.Write(_fixture.Folder.File("second.db"), interrupted.Token));
        Assert.False(File.Exists(_fixture.Folder.File("second.db")));
    }

    [Fact]
    public void A_file_of_any_size_is_refused_without_being_read()
    {
        MakeBackup();
        using (var file = new FileStream(_backup, FileMode.Open)) file.SetLength(SqliteBackup.MaxFileBytes + 1);
        var clock = Stopwatch.StartNew();

        MustRefuse(_backup, StoreErrors.StoreDamaged);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_damaged_store_is_not_backed_up()
    {
        MakeBackup();
        using (var connection = OtherProgram.Open(_fixture.File)) connection.Execute("UPDATE basic SET max_incoming_size_kb = 3");
        Assert.Equal(StoreErrors.StoreDamaged.Id, Assert.Throws<EmailSettingsException>(() => _fixture.Session.Store.Backup(_fixture.Folder.File("second.db"), new RecordingHost())).Code.Id);
        Assert.False(File.Exists(_fixture.Folder.File("second.db")));
    }

    [Fact]
    public void A_damaged_backup_does_not_replace_a_damaged_store()
    {
        var store = _fixture.Folder.Write("settings.db", "damaged, and long enough to be read as a database"u8.ToArray());
        var backup = _fixture.Folder.Write("backup.db", "damaged, and long enough to be read as a database"u8.ToArray());

        Assert.Equal(StoreErrors.StoreDamaged.Id, Assert.Throws<EmailSettingsException>(() => _fixture.Session.Store.Restore(backup, new RecordingHost())).Code.Id);
        Assert.True(File.Exists(store));
    }

    [Fact]
    public void A_foreign_store_is_not_set_aside()
    {
        using (var connection = OtherProgram.Open(_fixture.File)) connection.Execute("CREATE TABLE t (x)");
        using var elsewhere = new SessionFixture();
        elsewhere.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 1)));
        elsewhere.Session.Store.Backup(_backup, new RecordingHost());

        Assert.Equal(StoreErrors.StoreForeign.Id, Assert.Throws<EmailSettingsException>(() => _fixture.Session.Store.Restore(_backup, new RecordingHost())).Code.Id);
        Assert.True(File.Exists(_fixture.File));
    }

    [Fact]
    public void The_store_itself_cannot_be_the_target_of_a_backup()
    {
        MakeBackup();

        Assert.Equal(StoreErrors.FileExists.Id, Assert.Throws<EmailSettingsException>(() => _fixture.Session.Store.Backup(_fixture.File, new RecordingHost())).Code.Id);
    }

    public void Dispose() => _fixture.Dispose();

    private void MustRefuse(string file, FindingCode code)
    {
        _fixture.Session.Dispose();
        var before = File.ReadAllBytes(_fixture.File);
        using (var session = _fixture.Open())
        {
            var refused = Assert.Throws<EmailSettingsException>(() => session.Store.Restore(file, new RecordingHost()));
            Assert.Equal((code.Id, file), (refused.Code.Id, refused.Faults[0].Value));
        }
        Assert.Equal(before, File.ReadAllBytes(_fixture.File));
    }

    private void MakeBackup()
    {
        _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 1)), SessionFixture.NewServer("a"), SessionFixture.Texts(("tooLarge", new string('x', 4000)), ("noBody", new string('y', 4000))));
        _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 2)));
        _fixture.Session.Store.Backup(_backup, new RecordingHost());
    }
}
