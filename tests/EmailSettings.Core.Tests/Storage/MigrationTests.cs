using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.Tests.Secrets;

namespace EmailSettings.Core.Tests.Storage;

public sealed class MigrationTests : IDisposable
{
    private const string Next = "ALTER TABLE basic ADD COLUMN note TEXT; CREATE TABLE later (x INTEGER) STRICT;";

    private static readonly IReadOnlyList<string> Newer = [.. SqliteSchema.Migrations, Next];

    private readonly TestFolder _folder = new();

    [Fact]
    public void An_older_store_is_brought_on_when_it_is_opened_and_keeps_its_content()
    {
        MakeStore();
        using var store = new SqliteSettingsStore(File, Newer);

        Assert.Equal(5, store.Read(StoreParts.Basic).Basic.MaxIncomingSizeKB);
        Assert.Equal((2, 1L), (store.Describe().SchemaVersion, store.Describe().Revision));
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
        using (var broken = new SqliteSettingsStore(File, [.. Newer, "CREATE TABLE basic (x)"]))
            Assert.Equal(StoreErrors.StoreFailed.Id, Assert.Throws<EmailSettingsException>(() => broken.Read(StoreParts.Basic)).Code.Id);
        using var store = new SqliteSettingsStore(File);

        Assert.Equal(1, store.Describe().SchemaVersion);
        Assert.Equal(5, store.Read(StoreParts.Basic).Basic.MaxIncomingSizeKB);
    }

    [Fact]
    public async Task Many_that_open_an_older_store_at_once_migrate_it_once()
    {
        MakeStore();
        using var barrier = new Barrier(8);

        var versions = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(() =>
        {
            barrier.SignalAndWait();
            using var store = new SqliteSettingsStore(File, Newer);
            store.Read(StoreParts.All);
            return store.Describe().SchemaVersion;
        }, TaskCreationOptions.LongRunning)));

        Assert.All(versions, version => Assert.Equal(2, version));
    }

    [Fact]
    public void A_backup_of_an_older_version_can_be_restored_and_stays_as_it_is()
    {
        MakeStore();
        using (var older = new SqliteSettingsStore(File)) older.Backup(_folder.File("backup.db"));
        var before = System.IO.File.ReadAllBytes(_folder.File("backup.db"));
        using var newer = new SqliteSettingsStore(_folder.File("other.db"), Newer);

        newer.Restore(_folder.File("backup.db"), Record());

        Assert.Equal(5, newer.Read(StoreParts.Basic).Basic.MaxIncomingSizeKB);
        Assert.Equal(before, System.IO.File.ReadAllBytes(_folder.File("backup.db")));
    }

    public void Dispose() => _folder.Dispose();

    private string File => _folder.File("settings.db");

    private static ChangeRecord Record() => new(0, DateTimeOffset.UtcNow, "account", "test", []);

    private void MakeStore()
    {
        using var store = new SqliteSettingsStore(File);
        store.Commit(new StoreCommit(0, [new StoreWrite.PutBasic(new BasicSettings { MaxIncomingSizeKB = 5 })], Record()));
    }
}
