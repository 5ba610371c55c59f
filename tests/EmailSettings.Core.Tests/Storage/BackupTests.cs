using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Storage;

public sealed class BackupTests : IDisposable
{
    private readonly Desk _desk = new();
    private readonly string _backup;

    public BackupTests() => _backup = _desk.Folder.File("backup.db");

    [Fact]
    public void A_backup_brings_settings_and_secrets_back_and_the_history_goes_on()
    {
        _desk.UseCertificate();
        _desk.Apply(Desk.NewServer("a", "OAuthService"), new ChangeStep.SetSecret(SecretPurpose.IncomingSecret("a"), Desk.Secret("s3cret")));
        _desk.Session.Store.Backup(_backup, new RecordingHost());
        var saved = _desk.Session.Settings.ReadAll();
        _desk.Apply(new ChangeStep.RemoveServer("a"), Desk.Basic(("maxIncomingSizeKB", 9)));

        var restored = _desk.Session.Store.Restore(_backup, new RecordingHost())!;

        Assert.Equal(4, restored.Revision);
        var all = _desk.Session.Settings.ReadAll();
        Assert.Equal(saved.IncomingServers, all.IncomingServers);
        Assert.Equal((saved.Basic, saved.Certificate, 4L), (all.Basic, all.Certificate, all.Revision));
        Assert.True(Assert.Single(_desk.Session.Secrets.List(), secret => secret.IsSet).Decrypts);
        var history = _desk.Session.Settings.ReadHistory();
        Assert.Equal([4L, 3L, 2L, 1L], history.Select(row => row.Revision));
        Assert.Equal("store", Assert.Single(history[0].Changes).Path);
    }

    [Fact]
    public void A_backup_restored_where_there_is_no_store_brings_its_history_and_a_newer_revision()
    {
        MakeBackup();
        using var store = new SqliteSettingsStore(_desk.Folder.File("elsewhere.db"));

        Assert.Equal(3, store.Restore(_backup, Record()));

        Assert.Equal([3L, 2L, 1L], store.ReadHistory().Select(row => row.Revision));
        Assert.Equal(2, store.Read(StoreParts.Basic).Basic.MaxIncomingSizeKB);
    }

    [Fact]
    public void A_writer_that_read_before_the_restore_gets_a_conflict()
    {
        MakeBackup();
        _desk.Apply(Desk.Basic(("maxIncomingSizeKB", 5)));
        using var other = _desk.Open();

        var refused = Assert.Throws<EmailSettingsException>(() => _desk.Session.Settings.Apply(
            new SettingsChange("test", [Desk.Basic(("maxIncomingSizeKB", 7))]),
            Desk.While(() => other.Store.Restore(_backup, new RecordingHost()))));

        Assert.Equal(StoreErrors.ChangedMeanwhile.Id, refused.Code.Id);
    }

    [Fact]
    public void A_damaged_store_is_set_aside_with_everything_it_holds_and_the_backup_takes_its_place()
    {
        MakeBackup();
        _desk.Session.Dispose();
        var damaged = System.IO.File.ReadAllBytes(_desk.File);
        Array.Fill(damaged, (byte)0xFF, 1024, 4096);
        System.IO.File.WriteAllBytes(_desk.File, damaged);
        using var store = new SqliteSettingsStore(_desk.File);

        Assert.Equal(3, store.Restore(_backup, Record()));

        var aside = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(_desk.File)!, "settings.db.damaged-*"), file => !file.EndsWith("-wal", StringComparison.Ordinal) && !file.EndsWith("-shm", StringComparison.Ordinal));
        Assert.Equal(damaged, System.IO.File.ReadAllBytes(aside));
        Assert.Equal(2, store.Read(StoreParts.Basic).Basic.MaxIncomingSizeKB);
        Assert.Empty(store.Verify());
    }

    [Fact]
    public void A_backup_that_is_none_is_refused_before_anything_is_done_to_the_store()
    {
        MakeBackup();
        var good = System.IO.File.ReadAllBytes(_backup);
        var cut = _desk.Folder.Write("cut.db", good[..(good.Length / 2)]);
        var text = _desk.Folder.Write("text.db", "not a database, but long enough to be read as one"u8.ToArray());
        var empty = _desk.Folder.Write("empty.db", []);
        var flipped = (byte[])good.Clone();
        Array.Fill(flipped, (byte)0xFF, 4096, 200);
        var inside = _desk.Folder.Write("inside.db", flipped);
        _desk.Session.Dispose();
        var before = System.IO.File.ReadAllBytes(_desk.File);

        foreach (var (file, code) in new[]
        {
            (cut, StoreErrors.StoreDamaged), (text, StoreErrors.StoreDamaged), (inside, StoreErrors.StoreDamaged),
            (empty, StoreErrors.StoreForeign), (_desk.Folder.File("nothing.db"), StoreErrors.FileNotFound),
        })
        {
            using var store = new SqliteSettingsStore(_desk.File);
            var refused = Assert.Throws<EmailSettingsException>(() => store.Restore(file, Record()));
            Assert.Equal((code.Id, file), (refused.Code.Id, refused.Faults[0].Value));
        }
        Assert.Equal(before, System.IO.File.ReadAllBytes(_desk.File));
    }

    [Fact]
    public void A_damaged_backup_does_not_cost_a_damaged_store_its_place()
    {
        var store = _desk.Folder.Write("settings.db", "damaged, and long enough to be read as a database"u8.ToArray());
        var backup = _desk.Folder.Write("backup.db", "damaged, and long enough to be read as a database"u8.ToArray());

        Assert.Equal(StoreErrors.StoreDamaged.Id, Assert.Throws<EmailSettingsException>(() => _desk.Session.Store.Restore(backup, new RecordingHost())).Code.Id);
        Assert.True(System.IO.File.Exists(store));
    }

    [Fact]
    public void A_foreign_store_is_not_set_aside()
    {
        MakeBackup();
        var foreign = _desk.Folder.File("foreign.db");
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={foreign};Pooling=False"))
        {
            connection.Open();
            SqliteConnections.Execute(connection, "CREATE TABLE t (x)");
        }
        using var store = new SqliteSettingsStore(foreign);

        Assert.Equal(StoreErrors.StoreForeign.Id, Assert.Throws<EmailSettingsException>(() => store.Restore(_backup, Record())).Code.Id);
        Assert.True(System.IO.File.Exists(foreign));
    }

    [Fact]
    public void A_backup_never_overwrites_and_needs_a_store()
    {
        Assert.Equal(StoreErrors.StoreNotFound.Id, Assert.Throws<EmailSettingsException>(() => _desk.Session.Store.Backup(_backup, new RecordingHost())).Code.Id);
        MakeBackup();

        Assert.Equal(StoreErrors.FileExists.Id, Assert.Throws<EmailSettingsException>(() => _desk.Session.Store.Backup(_backup, new RecordingHost())).Code.Id);
        Assert.Equal(StoreErrors.FileExists.Id, Assert.Throws<EmailSettingsException>(() => _desk.Session.Store.Backup(_desk.File, new RecordingHost())).Code.Id);
        Assert.Equal(StoreErrors.StorePathInvalid.Id, Assert.Throws<EmailSettingsException>(() => _desk.Session.Store.Backup(_desk.Folder.File(""), new RecordingHost())).Code.Id);
    }

    [Fact]
    public void A_front_that_says_no_backs_nothing_up_and_restores_nothing()
    {
        MakeBackup();

        Assert.False(_desk.Session.Store.Backup(_desk.Folder.File("no.db"), Desk.Refusing));
        Assert.Null(_desk.Session.Store.Restore(_backup, Desk.Refusing));
        Assert.Equal(StoreErrors.FileNotFound.Id, Assert.Throws<EmailSettingsException>(() => _desk.Session.Store.Restore(_desk.Folder.File("none.db"), Desk.Refusing)).Code.Id);
        Assert.False(System.IO.File.Exists(_desk.Folder.File("no.db")));
        Assert.Equal(2, _desk.Session.Store.Describe().Revision);
    }

    public void Dispose() => _desk.Dispose();

    private static ChangeRecord Record() => new(0, DateTimeOffset.UtcNow, "account", "test", [new FieldChange("store", null, "restored")]);

    private void MakeBackup()
    {
        _desk.Apply(Desk.Basic(("maxIncomingSizeKB", 1)), Desk.Texts(("tooLarge", new string('x', 4000)), ("noBody", new string('y', 4000))));
        _desk.Apply(Desk.Basic(("maxIncomingSizeKB", 2)));
        _desk.Session.Store.Backup(_backup, new RecordingHost());
    }
}
