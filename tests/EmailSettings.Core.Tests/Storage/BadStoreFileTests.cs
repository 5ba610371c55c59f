using System.Diagnostics;
using System.Runtime.Versioning;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.Tests.Secrets;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Storage;

/// <summary>Files that are not stores, or not usable: each has its own error, and the file stays unchanged.</summary>
public sealed class BadStoreFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public void A_file_that_is_not_a_database_is_damaged() => MustLeave(_folder.Write("settings.db", "not a database, but long enough to be read as one"u8.ToArray()), StoreErrors.StoreDamaged);

    [Theory]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(10_000)]
    [InlineData(-4096)] // a whole page: of a part of one SQLite takes the rest as zeros
    public void A_truncated_store_is_damaged(int length)
    {
        var file = MakeStore();
        var content = File.ReadAllBytes(file);
        MustLeave(_folder.Write("cut.db", content[..(length < 0 ? content.Length + length : length)]), StoreErrors.StoreDamaged);
    }

    [Theory]
    [InlineData("UPDATE basic SET sent_encoding = 'x'")]
    [InlineData("UPDATE basic SET attachment_encodings = '='")]
    [InlineData("UPDATE incoming_server SET client_id = 'x'")]
    [InlineData("UPDATE incoming_server SET address = 'x y'")]
    [InlineData("UPDATE incoming_server SET secret_expires = 'soon'")]
    [InlineData("INSERT INTO outgoing_server (id, enabled, port, use_ssl, authentication, sum) VALUES (1, 0, 25, 0, 'None', 0)")]
    [InlineData("INSERT INTO outgoing_server (id, enabled, port, use_ssl, authentication, sum) VALUES (1, 0, 99999999999, 0, 'Basic', 0)")]
    [InlineData("INSERT INTO restart VALUES (1, 'c', 'f', 'now', 0)")]
    public void A_value_that_this_program_never_writes_is_damage(string sql)
    {
        var file = MakeStore();
        Execute(file, sql);
        MustLeave(file, StoreErrors.StoreDamaged);

        // Altered by someone who knew of the checksums.
        Forgery.Forge(file);
        MustLeave(file, StoreErrors.StoreDamaged);
    }

    [Fact]
    public void A_history_row_that_is_not_JSON_is_damage()
    {
        var file = MakeStore();
        Forgery.Forge(file, "INSERT INTO history VALUES (99, 99, '2026-01-01T00:00:00.0000000+00:00', 'a', NULL, 'f', '{', NULL, 0); UPDATE state SET revision = 99");

        using var store = new SqliteSettingsStore(file);
        Assert.Equal(StoreErrors.StoreDamaged.Id, Assert.Throws<EmailSettingsException>(() => store.ReadHistory()).Code.Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_database_of_another_program_is_foreign(bool withLog)
    {
        var file = _folder.File("foreign.db");
        using (var connection = OtherProgram.Open(file))
        {
            connection.Execute("PRAGMA application_id = 7; PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1)");

            // As left by a killed program: its last changes are only in the log.
            if (withLog)
            {
                File.Copy(file, _folder.File("killed.db"));
                File.Copy(file + "-wal", _folder.File("killed.db-wal"));
            }
        }
        MustLeave(withLog ? _folder.File("killed.db") : file, StoreErrors.StoreForeign);
    }

    [Fact]
    public void A_store_of_a_newer_version_is_newer()
    {
        var file = MakeStore();
        Execute(file, "CREATE TABLE later (x); PRAGMA user_version = 99");

        MustLeave(file, StoreErrors.StoreNewer);
    }

    [Fact]
    public void A_folder_is_not_a_store()
    {
        Directory.CreateDirectory(_folder.File("folder"));
        using var store = new SqliteSettingsStore(_folder.File("folder"));

        Assert.Equal(StoreErrors.StorePathInvalid.Id, Assert.Throws<EmailSettingsException>(() => store.Read(StoreParts.All)).Code.Id);
        Assert.Equal(StoreErrors.StorePathInvalid.Id, Assert.Throws<EmailSettingsException>(() => store.Commit(Commit(0))).Code.Id);
    }

    [Theory]
    [InlineData("file/settings.db")]
    [InlineData("bad\0name")]
    public void An_impossible_path_is_invalid(string path)
    {
        _folder.Write("file", []);
        Assert.Equal(StoreErrors.StorePathInvalid.Id, Assert.Throws<EmailSettingsException>(() =>
        {
            using var store = new SqliteSettingsStore(_folder.File(path));
            store.Commit(Commit(0));
        }).Code.Id);
    }

    [Theory]
    [InlineData(@"\\files01\share\settings.db")]
    [InlineData(@"\\?\UNC\files01\share\settings.db")]
    public void A_network_path_is_refused(string path)
    {
        using var store = new SqliteSettingsStore(path);

        Assert.Equal(StoreErrors.StoreOnNetwork.Id, Assert.Throws<EmailSettingsException>(() => store.Read(StoreParts.All)).Code.Id);
        Assert.Equal(StoreErrors.StoreOnNetwork.Id, Assert.Throws<EmailSettingsException>(() => store.Commit(Commit(0))).Code.Id);
    }

    [Fact]
    public void A_store_locked_for_writing_can_be_read_and_says_who_waits_how_long()
    {
        var file = MakeStore();
        using var holder = SqliteDatabase.Open(file);
        holder.Execute("BEGIN IMMEDIATE");
        using var store = new SqliteSettingsStore(file, SqliteSchema.Versions, TimeSpan.FromMilliseconds(200));

        Assert.Equal(1, store.Read(StoreParts.All).Revision);
        Assert.Equal(StoreErrors.StoreLocked.Id, Assert.Throws<EmailSettingsException>(() => store.Commit(Commit(1))).Code.Id);

        holder.Execute("ROLLBACK");
        Assert.Equal(2, store.Commit(Commit(1)));
    }

    [Fact]
    public void A_full_disk_is_reported_and_the_data_is_kept()
    {
        Skip.UnlessRoot();
        var mount = _folder.File("small");
        Directory.CreateDirectory(mount);
        Run("mount", "-t", "tmpfs", "-o", "size=512k", "none", mount);
        try
        {
            using (var store = new SqliteSettingsStore(Path.Combine(mount, "settings.db")))
            {
                store.Commit(Commit(0));
                File.WriteAllBytes(Path.Combine(mount, "filler"), new byte[new DriveInfo(mount).AvailableFreeSpace]);
                Assert.Equal(StoreErrors.StoreFull.Id, Assert.Throws<EmailSettingsException>(() => store.Commit(Commit(1) with { Writes = [Texts()] })).Code.Id);
                Assert.Equal(1, store.Read(StoreParts.All).Revision);

                File.Delete(Path.Combine(mount, "filler"));
                Assert.Equal(2, store.Commit(Commit(1) with { Writes = [Texts()] }));
            }
        }
        finally
        {
            Run("umount", mount);
        }
    }

    [Fact]
    public void A_full_disk_is_reported_at_opening_too()
    {
        Skip.UnlessRoot();
        var mount = _folder.File("small");
        Directory.CreateDirectory(mount);
        Run("mount", "-t", "tmpfs", "-o", "size=512k", "none", mount);
        try
        {
            var file = Path.Combine(mount, "settings.db");
            File.Copy(MakeStore(), file);
            File.WriteAllBytes(Path.Combine(mount, "filler"), new byte[new DriveInfo(mount).AvailableFreeSpace]);

            foreach (var path in new[] { file, Path.Combine(mount, "new.db"), Path.Combine(mount, "new", "new.db") })
            {
                using var store = new SqliteSettingsStore(path);
                Assert.Equal(StoreErrors.StoreFull.Id, Assert.Throws<EmailSettingsException>(() => store.Commit(Commit(path == file ? 1 : 0))).Code.Id);
            }
            using var reader = new SqliteSettingsStore(file);
            Assert.Equal(StoreErrors.StoreFull.Id, Assert.Throws<EmailSettingsException>(() => reader.Read(StoreParts.All)).Code.Id);
        }
        finally
        {
            Run("umount", mount);
        }
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Another_account_gets_specific_errors_and_changes_nothing()
    {
        Skip.UnlessRoot();
        // Program and store are where the account nobody has access.
        var open = Directory.CreateDirectory(_folder.File("open")).FullName;
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(HostProcess.Program)!)) File.Copy(file, Path.Combine(open, Path.GetFileName(file)));
        CopyFolder(Path.Combine(Path.GetDirectoryName(HostProcess.Program)!, "runtimes"), Path.Combine(open, "runtimes"));
        var program = Path.Combine(open, Path.GetFileName(HostProcess.Program));
        var store = Path.Combine(open, "settings.db");
        File.Copy(MakeStore(), store);
        Run("chmod", "-R", "a+rX,go-w", _folder.File(""));
        var before = await File.ReadAllBytesAsync(store);

        Assert.Equal("StoreReadOnly", await Refusal(program, "write", store, "1", "1"));
        File.SetUnixFileMode(store, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Equal("StoreDenied", await Refusal(program, "read", store));
        Assert.Equal("StoreDenied", await Refusal(program, "write", store, "1", "1"));
        Assert.Equal("StoreDenied", await Refusal(program, "write", Path.Combine(open, "new.db"), "1", "1"));
        var closed = Directory.CreateDirectory(_folder.File("open/closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
        Assert.Equal("StoreDenied", await Refusal(program, "read", Path.Combine(closed, "settings.db")));

        Assert.Equal(before, await File.ReadAllBytesAsync(store));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<string?> Refusal(string program, params IReadOnlyList<string> arguments)
    {
        using var process = HostProcess.StartAsNobody(program, arguments);
        return Assert.Single(await process.Lines()).Refused;
    }

    private static void Run(string program, params IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    // Closed cleanly, so that everything is in the single file.
    private static void Execute(string file, string sql)
    {
        using var connection = SqliteDatabase.Open(file);
        connection.CheckpointOnClose();
        connection.Execute(sql);
    }

    private static void MustLeave(string file, FindingCode expected)
    {
        var before = File.ReadAllBytes(file);
        using (var store = new SqliteSettingsStore(file))
        {
            Assert.Equal(expected.Id, Assert.Throws<EmailSettingsException>(() => store.Read(StoreParts.All)).Code.Id);
            Assert.Equal(expected.Id, Assert.Throws<EmailSettingsException>(() => store.Read(StoreParts.All)).Code.Id);
        }
        Assert.Equal(before, File.ReadAllBytes(file));
    }

    private static StoreWrite.PutErrorTexts Texts() => new(new ErrorTexts { TooLarge = new string('x', 4000), NoBody = new string('y', 4000) });

    private static StoreCommit Commit(long basis) => new(basis, [new StoreWrite.PutBasic(new BasicSettings { MaxIncomingSizeKB = 5 })],
        new ChangeRecord(0, DateTimeOffset.UtcNow, "account", "test", [new FieldChange("basic.maxIncomingSizeKB", 25000L, 5L)]));

    private string MakeStore()
    {
        var file = _folder.File("settings.db");
        using var store = new SqliteSettingsStore(file);
        var servers = Enumerable.Range(0, 100).Select(i => (StoreWrite)new StoreWrite.PutServer(new IncomingMailServer
        {
            Id = Guid.NewGuid(),
            Name = $"server {i}",
            Address = new Uri("https://login.microsoftonline.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718"),
            ClientId = Guid.NewGuid(),
        }));
        store.Commit(Commit(0) with { Writes = [.. Commit(0).Writes, .. servers] });
        return file;
    }
}
