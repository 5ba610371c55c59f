using System.Runtime.Versioning;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.Tests.Operations;
using EmailSettings.Core.Tests.Secrets;
using Microsoft.Data.Sqlite;

namespace EmailSettings.Core.Tests.Storage;

public sealed class StoreTests : IDisposable
{
    private readonly Desk _desk = new();

    [Fact]
    public void A_store_that_is_not_there_reads_as_defaults_and_is_not_made_by_reading()
    {
        var all = _desk.Session.Settings.ReadAll();

        Assert.Equal(0, all.Revision);
        Assert.Equal(BasicSettings.Default, all.Basic);
        Assert.False(_desk.Session.Store.Describe().Exists);
        Assert.False(System.IO.File.Exists(_desk.File));
    }

    [Fact]
    public void A_change_is_there_for_another_session_at_once()
    {
        using var other = _desk.Open();
        Assert.Equal(0, other.Settings.ReadAll().Revision);

        _desk.Apply(Desk.Basic(("maxIncomingSizeKB", 5)));

        Assert.Equal(5, other.Settings.ReadBasic().MaxIncomingSizeKB);
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void Folder_store_log_and_backup_are_for_their_owner_alone()
    {
        var file = _desk.Folder.File("data/settings.db");
        using var store = new SqliteSettingsStore(file);
        store.Commit(Commit(0, 5));
        store.Backup(_desk.Folder.File("backups/one.db"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, System.IO.File.GetUnixFileMode(Path.GetDirectoryName(file)!));
        var files = Directory.GetFiles(Path.GetDirectoryName(file)!).Append(_desk.Folder.File("backups/one.db")).ToList();
        Assert.Equal(4, files.Count);
        Assert.All(files, each => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(each)));
        Assert.Empty(store.Verify());

        System.IO.File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Equal(StoreErrors.StoreExposed.Id, Assert.Single(store.Verify()).Id);
    }

    [Fact]
    public void Every_commit_is_synchronised_with_the_disk()
    {
        using var connection = SqliteConnections.Open(MakeStore());

        Assert.Equal("wal", Scalar(connection, "PRAGMA journal_mode"));
        Assert.Equal(2L, Scalar(connection, "PRAGMA synchronous"));
    }

    [Fact]
    public void A_commit_on_another_revision_is_refused_and_writes_nothing()
    {
        using var store = new SqliteSettingsStore(MakeStore());

        var conflict = Assert.Throws<StoreConflictException>(() => store.Commit(Commit(0, 6)));

        Assert.Equal((0L, 1L), (conflict.Expected, conflict.Actual));
        Assert.Equal((1L, 5), (store.Read(StoreParts.Basic).Revision, store.Read(StoreParts.Basic).Basic.MaxIncomingSizeKB));
        Assert.Single(store.ReadHistory());
    }

    [Fact]
    public void A_commit_that_fails_half_way_writes_nothing()
    {
        using var store = new SqliteSettingsStore(MakeStore());
        var server = new IncomingMailServer { Id = Guid.NewGuid(), Name = "same" };

        var failed = Assert.Throws<EmailSettingsException>(() => store.Commit(Commit(1, 6) with
        {
            Writes = [new StoreWrite.PutBasic(new BasicSettings { MaxIncomingSizeKB = 6 }), new StoreWrite.PutServer(server), new StoreWrite.PutServer(server with { Id = Guid.NewGuid() })],
        }));

        Assert.Equal(StoreErrors.StoreFailed.Id, failed.Code.Id);
        Assert.Equal((1L, 5), (store.Read(StoreParts.Basic).Revision, store.Read(StoreParts.Basic).Basic.MaxIncomingSizeKB));
        store.Commit(Commit(1, 7));
    }

    [Fact]
    public void The_history_cannot_be_rewritten()
    {
        using var connection = SqliteConnections.Open(MakeStore());

        foreach (var sql in new[] { "DELETE FROM history", "UPDATE history SET account = 'x'" })
            Assert.Contains("append-only", Assert.Throws<SqliteException>(() => SqliteConnections.Execute(connection, sql)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void History_and_state_agree_after_changes_of_every_sort()
    {
        _desk.UseCertificate();
        _desk.Apply(Desk.Basic(("attachmentEncodings", "a=7bit"), ("maxIncomingSizeKB", 7)), Desk.Texts(("noBody", "none")));
        _desk.Apply(Desk.Attachments(("folder", "/a")));
        _desk.Apply(Desk.Attachments(("minimumFileSizeBytes", 1), ("saveAsMime", false)));
        _desk.Apply(new ChangeStep.ClearRestart());
        _desk.Apply(Desk.NewServer("a", "OAuthService"), Desk.NewServer("b"));
        _desk.Apply(Desk.Server("a", ServerMatch.Existing, ("secretExpires", "2030-01-01")), new ChangeStep.RemoveServer("b"));
        _desk.Apply(Desk.Outgoing(("authentication", "OAuthService"), ("address", Desk.Tenant), ("clientId", Desk.Client), ("maxRecipients", 3)));
        _desk.Apply(Desk.Outgoing(("authentication", "Basic"), ("maxRecipients", null)));
        var thumbprint = _desk.Session.Settings.ReadAll().Certificate!.Thumbprint;

        using var store = new SqliteSettingsStore(_desk.File);
        var certificate = Assert.Single(store.ReadHistory().SelectMany(row => row.Changes), change => change.Path == "certificate");
        Assert.Equal((null, thumbprint), (certificate.From, certificate.To));
        Assert.Equal(9, store.Describe().Revision);
        Replay.MustAgree(store);
    }

    [UnixFact("Windows lets nobody remove an open file.")]
    public void A_store_removed_under_an_open_session_takes_no_changes_into_the_void()
    {
        _desk.Apply(Desk.Basic(("maxIncomingSizeKB", 5)));
        foreach (var part in new[] { "", "-wal", "-shm" }) System.IO.File.Delete(_desk.File + part);

        Assert.Equal(25000, _desk.Session.Settings.ReadBasic().MaxIncomingSizeKB);
        _desk.Apply(Desk.Basic(("maxIncomingSizeKB", 6)));

        using var other = _desk.Open();
        Assert.Equal(6, other.Settings.ReadBasic().MaxIncomingSizeKB);
    }

    [Fact]
    public async Task One_session_serves_many_threads()
    {
        _desk.Apply(Desk.Texts(("noBody", "x")));
        using var other = _desk.Open();

        await Parallel.ForEachAsync(Enumerable.Range(1, 60), async (i, _) =>
        {
            await Task.Yield();
            var session = i % 2 == 0 ? other : _desk.Session;
            if (i % 3 == 0) session.Settings.ReadAll();
            else session.Settings.Apply(new SettingsChange("test", [Desk.NewServer($"server {i}")]), new RecordingHost());
        });

        Assert.Equal(40, _desk.Session.Settings.ReadIncomingServers().Count);
    }

    [Fact]
    public void Servers_come_back_in_the_order_of_their_names()
    {
        foreach (var name in new[] { "b", "C", "a", "Ä" }) _desk.Apply(Desk.NewServer(name));

        Assert.Equal(["a", "b", "C", "Ä"], _desk.Session.Settings.ReadIncomingServers().Select(server => server.Name));
    }

    public void Dispose() => _desk.Dispose();

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static StoreCommit Commit(long basis, int size) => new(basis,
        [new StoreWrite.PutBasic(new BasicSettings { MaxIncomingSizeKB = size })],
        new ChangeRecord(0, DateTimeOffset.UtcNow, "account", "test", [new FieldChange("basic.maxIncomingSizeKB", 25000L, (long)size)]));

    private string MakeStore()
    {
        using var store = new SqliteSettingsStore(_desk.File);
        store.Commit(Commit(0, 5));
        return _desk.File;
    }
}
