using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.Tests.Secrets;

namespace EmailSettings.Core.Tests.Storage;

public sealed class MigrationTests : IDisposable
{
    private const string Later = "CREATE TABLE later (x INTEGER) STRICT";

    private static readonly IReadOnlyList<SqliteVersion> Newer =
    [
        .. SqliteSchema.Versions,
        new(string.Concat(SqliteSchema.Versions[^1].Statements.Append(Later).Select(sql => sql + ";\n")),
            ["sqlite_autoindex_incoming_server_2", "sqlite_autoindex_secret_text_1"], statements => statements.Execute(Later)),
    ];

    private readonly TestFolder _folder = new();

    [Fact]
    public void A_store_of_the_first_version_gets_its_checksums_and_keeps_its_content()
    {
        FirstVersionStore.Make(File);
        using var store = new SqliteSettingsStore(File);

        var state = store.Read(StoreParts.All);

        Assert.Equal((SqliteSchema.Versions.Count, 3L), (store.Describe().SchemaVersion, store.Describe().Revision));
        Assert.Equal((5, "/data/mail", "Kein Text für Sie"), (state.Basic.MaxIncomingSizeKB, state.Attachments.Folder, state.ErrorTexts.NoBody));
        Assert.Equal(("smtp.example.org", 587, 20, null), (state.OutgoingServer.Host, state.OutgoingServer.Port, state.OutgoingServer.MaxEmailSizeMB, state.OutgoingServer.MaxRecipients));
        Assert.True(state.OutgoingServer.PasswordState.IsSet);
        var server = Assert.Single(state.IncomingServers);
        Assert.Equal(("Contoso", FirstVersionStore.Thumbprint), (server.Name, server.SecretState.Thumbprint));
        Assert.Equal(2, state.Secrets.Count);
        Assert.Equal("-----BEGIN CMS-----", state.Secrets[SecretKey.OutgoingPassword].ProtectedText);
        Assert.Equal(["saveToFolder", "folder"], state.Restart!.Fields);
        Assert.Equal((FirstVersionStore.Thumbprint, "CN=mail"), (state.Certificate!.Thumbprint, state.Certificate.Subject));
        Assert.Equal([3L, 1L], store.ReadHistory().Select(row => row.Revision));
        Assert.Empty(store.Verify());
        Assert.Equal(4, store.Commit(Commit(3)));
    }

    [Fact]
    public void A_store_of_the_second_version_keeps_its_content_and_its_history()
    {
        SecondVersionStore.Make(File);
        using var store = new SqliteSettingsStore(File);

        Assert.Equal((SqliteSchema.Versions.Count, 2L), (store.Describe().SchemaVersion, store.Describe().Revision));
        Assert.Equal(5, store.Read(StoreParts.All).Basic.MaxIncomingSizeKB);
        Assert.Equal([(2L, @"HOST\anna", null, "powershell"), (1L, @"HOST\anna", null, "cli")], store.ReadHistory().Select(row => (row.Revision, row.Account, row.Host, row.Source)));
        Assert.Equal("basic.maxIncomingSizeKB", Assert.Single(store.ReadHistory()[0].Changes).Path);
        Assert.Empty(store.Read(StoreParts.Access).Access!.Grants);
        Assert.Empty(store.Verify());
        Assert.Equal(3, store.Commit(Commit(2)));
    }

    [Theory]
    [InlineData("UPDATE basic SET max_incoming_size_kb = 6")]
    [InlineData("DROP TRIGGER history_keeps_values; UPDATE history SET account = 'x' WHERE revision = 1; CREATE TRIGGER history_keeps_values BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END")]
    [InlineData("DROP TRIGGER history_keeps_rows; DELETE FROM history WHERE revision = 1; CREATE TRIGGER history_keeps_rows BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END")]
    [InlineData("DELETE FROM basic")]
    public void A_damaged_store_of_the_second_version_stays_unchanged(string sql)
    {
        SecondVersionStore.Make(File, sql);
        var before = System.IO.File.ReadAllBytes(File);
        using (var store = new SqliteSettingsStore(File))
            Assert.Equal(StoreErrors.StoreDamaged.Id, Assert.Throws<EmailSettingsException>(() => store.Read(StoreParts.Basic)).Code.Id);

        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void A_backup_of_the_second_version_can_be_restored_and_stays_unchanged()
    {
        SecondVersionStore.Make(_folder.File("backup.db"));
        var before = System.IO.File.ReadAllBytes(_folder.File("backup.db"));
        using var store = new SqliteSettingsStore(File);

        Assert.Equal((2L, 2), (store.Backup.Read(_folder.File("backup.db")).State.Revision, store.Backup.Read(_folder.File("backup.db")).History.Count));
        Assert.Equal(before, System.IO.File.ReadAllBytes(_folder.File("backup.db")));
    }

    [Theory]
    [InlineData("UPDATE basic SET max_incoming_size_kb = 0")]
    [InlineData("UPDATE outgoing_server SET host = 'a b'")]
    [InlineData("UPDATE state SET revision = 7")]
    [InlineData("DELETE FROM state")]
    [InlineData("DELETE FROM incoming_server")]
    [InlineData("DROP TRIGGER history_keeps_rows")]
    [InlineData("CREATE VIEW v AS SELECT 1")]
    public void A_corrupt_store_of_the_first_version_is_damaged_and_stays_unchanged(string sql)
    {
        FirstVersionStore.Make(File, sql);
        var before = System.IO.File.ReadAllBytes(File);
        using (var store = new SqliteSettingsStore(File))
            Assert.Equal(StoreErrors.StoreDamaged.Id, Assert.Throws<EmailSettingsException>(() => store.Read(StoreParts.Basic)).Code.Id);

        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void A_backup_of_the_first_version_can_be_restored_and_stays_unchanged()
    {
        FirstVersionStore.Make(_folder.File("backup.db"));
        var before = System.IO.File.ReadAllBytes(_folder.File("backup.db"));
        using var store = new SqliteSettingsStore(File);

        var content = store.Backup.Read(_folder.File("backup.db"));

        Assert.Equal((3L, 5, FirstVersionStore.Thumbprint), (content.State.Revision, content.State.Basic.MaxIncomingSizeKB, content.Certificate));
        Assert.Equal(before, System.IO.File.ReadAllBytes(_folder.File("backup.db")));
    }

    [Fact]
    public void An_older_store_is_migrated_when_it_is_opened_and_keeps_its_content()
    {
        MakeStore();
        using var store = new SqliteSettingsStore(File, Newer);

        Assert.Equal(5, store.Read(StoreParts.Basic).Basic.MaxIncomingSizeKB);
        Assert.Equal((Newer.Count, 1L), (store.Describe().SchemaVersion, store.Describe().Revision));
        Assert.Single(store.ReadHistory());
    }

    [Fact]
    public void The_older_program_then_refuses_the_store()
    {
        MakeStore();
        using (var newer = new SqliteSettingsStore(File, Newer)) newer.Read(StoreParts.None);
        using var older = new SqliteSettingsStore(File);

        Assert.Equal(StoreErrors.StoreNewer.Id, Assert.Throws<EmailSettingsException>(() => older.Read(StoreParts.Basic)).Code.Id);
    }

    [Fact]
    public void A_migration_that_fails_leaves_the_store_at_its_version()
    {
        MakeStore();
        IReadOnlyList<SqliteVersion> failing = [.. Newer, new(Later, [], statements => statements.Execute("CREATE TABLE basic (x)"))];
        using (var broken = new SqliteSettingsStore(File, failing))
            Assert.Equal(StoreErrors.StoreFailed.Id, Assert.Throws<EmailSettingsException>(() => broken.Read(StoreParts.Basic)).Code.Id);
        using var store = new SqliteSettingsStore(File);

        Assert.Equal(SqliteSchema.Versions.Count, store.Describe().SchemaVersion);
        Assert.Equal(5, store.Read(StoreParts.Basic).Basic.MaxIncomingSizeKB);
    }

    [Fact]
    public async Task Many_processes_that_open_an_older_store_at_once_migrate_it_once()
    {
        FirstVersionStore.Make(File);
        using var barrier = new Barrier(8);

        var versions = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(() =>
        {
            barrier.SignalAndWait();
            using var store = new SqliteSettingsStore(File);
            store.Read(StoreParts.All);
            return store.Describe().SchemaVersion;
        }, TaskCreationOptions.LongRunning)));

        Assert.All(versions, version => Assert.Equal(SqliteSchema.Versions.Count, version));
    }

    public void Dispose() => _folder.Dispose();

    private string File => _folder.File("settings.db");

    private static StoreCommit Commit(long basis) => new(basis, [new StoreWrite.PutBasic(new BasicSettings { MaxIncomingSizeKB = 5 })],
        new ChangeRecord(0, DateTimeOffset.UtcNow, "account", "test", []));

    private void MakeStore()
    {
        using var store = new SqliteSettingsStore(File);
        store.Commit(Commit(0));
    }
}
