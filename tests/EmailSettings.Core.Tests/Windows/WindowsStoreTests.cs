using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
using EmailSettings.Core.Files;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.Tests.Operations;
using EmailSettings.Core.Tests.Secrets;
using EmailSettings.Core.Tests.Storage;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Windows;

/// <summary>The store on Windows: its location, its owner, and that it is closed.</summary>
[SupportedOSPlatform("windows")]
public sealed class WindowsStoreTests : IDisposable
{
    private static readonly SecurityIdentifier Users = new(WellKnownSidType.BuiltinUsersSid, null);

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("//server/share/settings.db")]
    [InlineData(@"\\server\share\settings.db")]
    [InlineData(@"\/server/share\settings.db")]
    [InlineData(@"\\?\UNC\server\share\settings.db")]
    [InlineData(@"\\.\UNC\server\share\settings.db")]
    public void A_path_to_another_machine_is_refused_however_it_is_written(string path)
    {
        Skip.UnlessWindows();
        using var store = new SqliteSettingsStore(path);
        Refusal.Of(StoreErrors.StoreOnNetwork, () => store.Describe());
    }

    [Theory]
    [InlineData("NUL")]
    [InlineData("com1")]
    [InlineData(@"C:\folder\CON")]
    [InlineData(@"\\.\PhysicalDrive0")]
    [InlineData("settings.db:stream")]
    public void A_path_that_is_not_a_disk_file_is_refused(string path)
    {
        Skip.UnlessWindows();
        using var store = new SqliteSettingsStore(path);
        Refusal.Of(StoreErrors.StorePathInvalid, () => store.Describe());
    }

    [Fact]
    public void A_path_with_the_prefix_of_long_paths_is_a_local_one()
    {
        Skip.UnlessWindows();
        using var store = new SqliteSettingsStore(@"\\?\" + _folder.File("settings.db"));
        Assert.False(store.Describe().Exists);
    }

    [Fact]
    public void A_store_that_is_refused_can_be_read_moved_and_removed()
    {
        Skip.UnlessWindows();
        var file = _folder.File("foreign.db");
        using (var other = OtherProgram.Open(file)) other.Execute("CREATE TABLE theirs (x)");
        using var store = new SqliteSettingsStore(file);
        Refusal.Of(StoreErrors.StoreForeign, () => store.Describe());
        File.OpenRead(file).Dispose();
        File.Move(file, file + ".moved");
        File.Delete(file + ".moved");
    }

    [Fact]
    public void A_damaged_store_that_another_process_has_open_is_reported_as_locked()
    {
        Skip.UnlessWindows();
        using var fixture = new SessionFixture();
        fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 9)));
        var backup = fixture.Folder.File("backup.db");
        fixture.Session.Store.Backup(backup, new RecordingHost());
        fixture.Session.Dispose();
        using (var connection = SqliteDatabase.Open(fixture.File)) connection.Execute("UPDATE basic SET sum = sum + 1");
        using var holder = new FileStream(fixture.File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var session = fixture.Open();
        Refusal.Of(StoreErrors.StoreLocked, () => session.Store.Restore(backup, new RecordingHost()));
    }

    [Fact]
    public void A_folder_created_for_the_store_and_its_files_are_not_accessible_to_others()
    {
        Skip.UnlessWindows();
        var folder = Path.Combine(_folder.File("made"), "for it");
        WindowsStoreLocation.CreateFolder(folder);
        var made = new DirectoryInfo(folder).GetAccessControl();
        Assert.True(made.AreAccessRulesProtected);
        Assert.DoesNotContain(Users, WindowsAccounts.Allowed(made, FileSystemRights.ReadData));
        File.WriteAllText(Path.Combine(folder, "settings.db-wal"), "");
        Assert.Null(WindowsStoreLocation.Readers(Path.Combine(folder, "settings.db")));
        Assert.Null(WindowsStoreLocation.UntrustedWriters(Path.Combine(folder, "settings.db"), folder));
    }

    [Fact]
    public void A_folder_in_which_Users_may_create_files_is_refused_and_names_them()
    {
        Skip.UnlessWindows();
        var folder = Directory.CreateDirectory(_folder.File("open"));
        var list = folder.GetAccessControl();
        list.AddAccessRule(new FileSystemAccessRule(Users, FileSystemRights.CreateFiles, AccessControlType.Allow));
        folder.SetAccessControl(list);
        using var store = new SqliteSettingsStore(Path.Combine(folder.FullName, "settings.db"));
        var fault = Refusal.Of(StoreErrors.StoreFolderNotOwn, () => store.Describe());
        Assert.Contains("Users", fault.Detail, StringComparison.Ordinal);
        Assert.Contains(folder.FullName, fault.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_that_others_may_write_is_refused()
    {
        Skip.UnlessWindows();
        var journal = new FileInfo(_folder.Write("settings.db-journal", [1]));
        var list = journal.GetAccessControl();
        list.AddAccessRule(new FileSystemAccessRule(Users, FileSystemRights.Write, AccessControlType.Allow));
        journal.SetAccessControl(list);
        using var store = new SqliteSettingsStore(_folder.File("settings.db"));
        Refusal.Of(StoreErrors.StoreFolderNotOwn, () => store.Describe());
    }

    [Fact]
    public void Inherit_only_and_denied_entries_grant_no_access()
    {
        Skip.UnlessWindows();
        var list = new DirectorySecurity();
        list.AddAccessRule(new FileSystemAccessRule(Users, FileSystemRights.Modify, InheritanceFlags.ObjectInherit, PropagationFlags.InheritOnly, AccessControlType.Allow));
        Assert.Empty(WindowsAccounts.Allowed(list, FileSystemRights.WriteData));
        list.AddAccessRule(new FileSystemAccessRule(Users, FileSystemRights.Modify, AccessControlType.Allow));
        Assert.Equal([Users], WindowsAccounts.Allowed(list, FileSystemRights.WriteData));
        list.AddAccessRule(new FileSystemAccessRule(Users, FileSystemRights.WriteData, AccessControlType.Deny));
        Assert.Empty(WindowsAccounts.Allowed(list, FileSystemRights.WriteData));
        Assert.Equal([Users], WindowsAccounts.Allowed(list, FileSystemRights.WriteData | FileSystemRights.AppendData));
    }

    // What an elevated administrator creates belongs to the group.
    [Fact]
    public void A_file_of_Administrators_is_not_exposed_to_the_account_that_made_it()
    {
        Skip.UnlessWindows();
        using var identity = WindowsIdentity.GetCurrent();
        var list = new FileSecurity();
        list.SetOwner(new SecurityIdentifier(WellKnownSidType.BuiltinAdministratorsSid, null));
        list.AddAccessRule(new FileSystemAccessRule(identity.User!, FileSystemRights.FullControl, AccessControlType.Allow));
        Assert.Null(OwnerOnlyFile.ExposedTo(list));
        list.AddAccessRule(new FileSystemAccessRule(Users, FileSystemRights.Read, AccessControlType.Allow));
        Assert.NotNull(OwnerOnlyFile.ExposedTo(list));
    }

    [Fact]
    public void The_history_distinguishes_a_domain_account_from_a_local_one()
    {
        Skip.UnlessWindows();
        using var identity = WindowsIdentity.GetCurrent();
        Assert.Equal(identity.Name, Actor.Current("cli").Account);
        Assert.Equal($@"{Environment.UserDomainName}\{Environment.UserName}", Actor.Current("cli").Account, ignoreCase: true);
    }

    // On other systems too: nothing about it may be specific to Windows.
    [Fact]
    public void A_store_with_a_path_too_long_for_older_Windows_APIs_works()
    {
        var folder = LongFolder();
        using var fixture = new SqliteSettingsStore(Path.Combine(folder, "settings.db"));
        Assert.False(fixture.Describe().Exists);
        SqliteStoreFile file = new(Path.Combine(folder, "made.db"));
        file.Create();
        using var connection = SqliteDatabase.Open(file.Path);
        connection.Execute("PRAGMA journal_mode = WAL; CREATE TABLE ours (x)");
        Assert.True(File.Exists(file.Path));
    }

    [Fact]
    public void A_backup_with_a_path_too_long_for_older_Windows_APIs_works()
    {
        using var fixture = new SessionFixture();
        fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 9)));
        var backup = Path.Combine(LongFolder(), "backup.db");
        fixture.Session.Store.Backup(backup, new RecordingHost());
        using var store = fixture.OpenStore();
        Assert.Equal(9, store.Backup.Read(backup).State.Basic.MaxIncomingSizeKB);
    }

    private string LongFolder() =>
        Enumerable.Range(0, 6).Aggregate(_folder.File("long"), (path, level) => Path.Combine(path, new string((char)('a' + level), 50)));
}
