using System.Runtime.Versioning;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.Tests.Operations;
using EmailSettings.Testing;
using Microsoft.Data.Sqlite;

namespace EmailSettings.Core.Tests.Storage;

/// <summary>The embedded store's guarantees beyond the contract of all stores.</summary>
public sealed class SqliteStoreTests : IDisposable
{
    private readonly SessionFixture _fixture = new();

    [Fact]
    public void The_version_of_SQLite_is_the_pinned_one()
    {
        using var database = SqliteDatabase.Open(":memory:");

        Assert.Equal("3.53.4", Scalar(database, "SELECT sqlite_version()"));
    }

    [Fact]
    public void Reading_does_not_create_a_store()
    {
        _fixture.Session.Settings.ReadAll();

        Assert.False(System.IO.File.Exists(_fixture.File));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Folders_store_log_and_backup_are_accessible_only_to_their_owner()
    {
        Skip.WithoutFileModes();
        var file = _fixture.Folder.File("data/below/settings.db");
        using var store = new SqliteSettingsStore(file);
        store.Commit(Commit(0, 5));
        store.Backup.Write(_fixture.Folder.File("backups/one.db"));

        foreach (var folder in new[] { "data", "data/below", "backups" })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, System.IO.File.GetUnixFileMode(_fixture.Folder.File(folder)));
        var files = Directory.GetFiles(Path.GetDirectoryName(file)!).Append(_fixture.Folder.File("backups/one.db")).ToList();
        Assert.Equal(4, files.Count);
        Assert.All(files, each => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(each)));
        Assert.Empty(store.Verify());

        System.IO.File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Equal(StoreErrors.StoreExposed.Id, Assert.Single(store.Verify()).Id);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Folders_and_store_belong_to_their_owner_under_any_umask()
    {
        Skip.WithoutFileModes();
        foreach (var mask in new[] { "000", "077", "277", "777" })
        {
            var file = _fixture.Folder.File($"under-{mask}/below/settings.db");
            using (var process = HostProcess.StartUnderMask(mask, "write", file, "1", "1")) Assert.Null(Assert.Single(await process.Lines()).Refused);

            foreach (var folder in new[] { $"under-{mask}", $"under-{mask}/below" })
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, System.IO.File.GetUnixFileMode(_fixture.Folder.File(folder)));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public void Every_commit_is_synchronised_with_the_disk_and_what_is_removed_is_overwritten()
    {
        using var database = SqliteDatabase.Open(MakeStore());

        Assert.Equal("wal", Scalar(database, "PRAGMA journal_mode"));
        Assert.Equal("2", Scalar(database, "PRAGMA synchronous"));
        Assert.Equal("1", Scalar(database, "PRAGMA secure_delete"));
    }

    [Theory]
    [InlineData("DELETE FROM history")]
    [InlineData("UPDATE history SET account = 'x'")]
    [InlineData("INSERT OR REPLACE INTO history SELECT number, revision, time, 'x', host, front, changes, refusal, sum FROM history")]
    [InlineData("REPLACE INTO history SELECT number, revision, time, 'x', host, front, changes, refusal, sum FROM history")]
    [InlineData("INSERT INTO history SELECT number - 1, revision, time, 'x', host, front, changes, refusal, sum FROM history")]
    public void The_history_cannot_be_rewritten_by_any_program(string sql)
    {
        using var connection = OtherProgram.Open(MakeStore());

        Assert.Contains("append-only", Assert.Throws<SqliteException>(() => connection.Execute(sql)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_to_a_store_removed_under_an_open_session_are_refused()
    {
        Skip.OnWindows("Windows lets nobody remove an open file.");
        _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 5)));
        foreach (var part in new[] { "", "-wal", "-shm" }) System.IO.File.Delete(_fixture.File + part);

        Assert.Equal(25000, _fixture.Session.Settings.ReadBasic().MaxIncomingSizeKB);
        _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 6)));

        using var other = _fixture.Open();
        Assert.Equal(6, other.Settings.ReadBasic().MaxIncomingSizeKB);
    }

    public void Dispose() => _fixture.Dispose();

    private static string? Scalar(SqliteDatabase database, string sql)
    {
        using var statements = new SqliteStatements(database);
        using var rows = statements.Query(sql);
        return rows.Read() ? rows.Text(0) : null;
    }

    private static StoreCommit Commit(long basis, int size) => new(basis,
        [new StoreWrite.PutBasic(new BasicSettings { MaxIncomingSizeKB = size })],
        new ChangeRecord(0, DateTimeOffset.UtcNow, "account", "test", [new FieldChange("basic.maxIncomingSizeKB", 25000L, (long)size)]));

    private string MakeStore()
    {
        using var store = new SqliteSettingsStore(_fixture.File);
        store.Commit(Commit(0, 5));
        return _fixture.File;
    }
}
