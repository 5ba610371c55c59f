using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Storage;

/// <summary>What backups of every store keep to, whatever engine is below it.</summary>
public abstract class StoreBackupContract : IDisposable
{
    private readonly Desk _desk;
    private readonly string _backup;

    protected StoreBackupContract(IStoreFactory stores)
    {
        _desk = new Desk(stores);
        _backup = _desk.Folder.File("backup.db");
    }

    [Fact]
    public void A_backup_brings_neither_rights_nor_locks_nor_hosts()
    {
        using var store = _desk.OpenStore();
        store.Commit(Commit(0, 5) with { Writes = [new StoreWrite.PutAccess(true), new StoreWrite.PutGrant(new RightGrant("a", "Administrator", "a", default)), new StoreWrite.PutLock(new BlockLock("Basic", default))] });
        store.Note(new StoreNote.CertificateOnHost(new HostCertificate("MAIL1", new string('A', 40), true, "a", default)));
        store.Backup.Write(_backup);

        var state = store.Backup.Read(_backup).State;

        Assert.Null(state.Access);
        Assert.Empty(state.Hosts);
    }

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
        Assert.Equal("store", history[0].Changes[0].Path);
        Assert.Contains(history[0].Changes, change => change is { Path: "basic.maxIncomingSizeKB", From: 9L, To: 25000L });
    }

    [Fact]
    public void A_backup_restored_where_there_is_no_store_brings_its_history_and_a_newer_revision()
    {
        MakeBackup();
        using var elsewhere = new Desk();

        elsewhere.Session.Store.Restore(_backup, new RecordingHost());

        Assert.Equal([3L, 2L, 1L], elsewhere.Session.Settings.ReadHistory().Select(row => row.Revision));
        Assert.Equal(2, elsewhere.Session.Settings.ReadBasic().MaxIncomingSizeKB);
    }

    [Fact]
    public void Names_that_servers_have_exchanged_since_the_backup_go_back()
    {
        _desk.Apply(Desk.NewServer("a"), Desk.NewServer("b"));
        _desk.Session.Store.Backup(_backup, new RecordingHost());
        var before = _desk.Session.Settings.ReadIncomingServers();
        _desk.Apply(new ChangeStep.RenameServer("a", "c"));
        _desk.Apply(new ChangeStep.RenameServer("b", "a"));
        _desk.Apply(new ChangeStep.RenameServer("c", "b"));

        _desk.Session.Store.Restore(_backup, new RecordingHost());

        Assert.Equal(before, _desk.Session.Settings.ReadIncomingServers());
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
    public void A_restore_does_not_undo_what_was_changed_after_it_was_shown()
    {
        MakeBackup();
        using var other = _desk.Open();

        var refused = Assert.Throws<EmailSettingsException>(() => _desk.Session.Store.Restore(
            _backup, Desk.While(() => other.Settings.Apply(new SettingsChange("test", [Desk.Basic(("maxIncomingSizeKB", 8))]), new RecordingHost()))));

        Assert.Equal(StoreErrors.ChangedMeanwhile.Id, refused.Code.Id);
        Assert.Equal(8, _desk.Session.Settings.ReadBasic().MaxIncomingSizeKB);
    }

    [Fact]
    public void A_restore_shows_what_it_would_change()
    {
        MakeBackup();
        _desk.Apply(Desk.Basic(("maxIncomingSizeKB", 5)));
        var host = Desk.Refusing;

        Assert.Null(_desk.Session.Store.Restore(_backup, host));

        Assert.Contains("basic.maxIncomingSizeKB from '5' to '2'", Assert.Single(host.Asked).Action, StringComparison.Ordinal);
        Assert.Equal(5, _desk.Session.Settings.ReadBasic().MaxIncomingSizeKB);
    }

    [Fact]
    public void A_backup_never_overwrites_and_needs_a_store()
    {
        Assert.Equal(StoreErrors.StoreNotFound.Id, Assert.Throws<EmailSettingsException>(() => _desk.Session.Store.Backup(_backup, new RecordingHost())).Code.Id);
        MakeBackup();

        Assert.Equal(StoreErrors.FileExists.Id, Assert.Throws<EmailSettingsException>(() => _desk.Session.Store.Backup(_backup, new RecordingHost())).Code.Id);
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

    [Theory]
    [InlineData("host", "smtp.elsewhere.example")]
    [InlineData("port", 2525)]
    [InlineData("useSsl", false)]
    public void A_secret_whose_target_differs_in_the_backup_is_left_out_and_listed(string field, object value)
    {
        _desk.UseCertificate();
        _desk.Apply(Outgoing(), new ChangeStep.SetSecret(SecretPurpose.OutgoingPassword, Desk.Secret()));
        _desk.Session.Store.Backup(_backup, new RecordingHost());
        _desk.Apply(Desk.Outgoing((field, value)), new ChangeStep.SetSecret(SecretPurpose.OutgoingPassword, Desk.Secret("another")));
        var host = new RecordingHost();

        _desk.Session.Store.Restore(_backup, host);

        Assert.Equal((SettingsWarnings.SecretNotRestored.Id, field), (Assert.Single(host.Warnings).Id, host.Warnings[0].Detail));
        Assert.False(_desk.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);
        Assert.Equal("smtp.example.org", _desk.Session.Settings.ReadOutgoingServer().Host);
    }

    [Fact]
    public void A_secret_whose_target_is_the_same_comes_back()
    {
        _desk.UseCertificate();
        _desk.Apply(Outgoing(), new ChangeStep.SetSecret(SecretPurpose.OutgoingPassword, Desk.Secret()));
        _desk.Session.Store.Backup(_backup, new RecordingHost());
        _desk.Apply(new ChangeStep.RemoveSecret(SecretPurpose.OutgoingPassword), Desk.Outgoing(("serverUser", "somebody else")));
        var host = new RecordingHost();

        _desk.Session.Store.Restore(_backup, host);

        Assert.Empty(host.Warnings);
        Assert.True(_desk.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);
    }

    [Fact]
    public void A_backup_brings_no_place_of_a_certificate()
    {
        var thumbprint = _desk.UseCertificate();
        _desk.Session.Store.Backup(_backup, new RecordingHost());
        using var elsewhere = new Desk();

        elsewhere.Session.Store.Restore(_backup, new RecordingHost());

        using var store = elsewhere.OpenStore();
        var state = store.Read(StoreParts.Certificate);
        Assert.Equal(thumbprint, state.Certificate!.Thumbprint);
        Assert.Empty(state.KnownCertificates);
    }

    public void Dispose()
    {
        _desk.Dispose();
        GC.SuppressFinalize(this);
    }

    private static ChangeStep Outgoing() =>
        Desk.Outgoing(("host", "smtp.example.org"), ("port", 587), ("useSsl", true), ("authentication", "Basic"), ("serverUser", "mailer"));

    private static ChangeRecord Record(long revision) => new(revision, DateTimeOffset.UtcNow, "account", "test", [new FieldChange("basic.maxIncomingSizeKB", 25000L, 5L)]);

    private static StoreCommit Commit(long basis, int size) => new(basis, [new StoreWrite.PutBasic(new BasicSettings { MaxIncomingSizeKB = size })], Record(0));

    private void MakeBackup()
    {
        _desk.Apply(Desk.Basic(("maxIncomingSizeKB", 1)), Desk.Texts(("tooLarge", new string('x', 4000)), ("noBody", new string('y', 4000))));
        _desk.Apply(Desk.Basic(("maxIncomingSizeKB", 2)));
        _desk.Session.Store.Backup(_backup, new RecordingHost());
    }
}
