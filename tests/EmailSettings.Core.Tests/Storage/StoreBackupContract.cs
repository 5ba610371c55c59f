using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Storage;

/// <summary>The contract of backups for every engine.</summary>
public abstract class StoreBackupContract : IDisposable
{
    private readonly SessionFixture _fixture;
    private readonly string _backup;

    protected StoreBackupContract(IStoreFactory stores)
    {
        _fixture = new SessionFixture(stores);
        _backup = _fixture.Folder.File("backup.db");
    }

    [Fact]
    public void A_backup_brings_neither_rights_nor_locks_nor_hosts()
    {
        using var store = _fixture.OpenStore();
        store.Commit(Commit(0, 5) with { Writes = [new StoreWrite.PutAccess(true), new StoreWrite.PutGrant(new RightGrant("a", "Administrator", "a", default)), new StoreWrite.PutLock(new BlockLock("Basic", default))] });
        store.Note(new StoreNote.CertificateOnHost(new HostCertificate("MAIL1", new string('A', 40), true, "a", default)));
        store.Backup.Write(_backup);

        var state = store.Backup.Read(_backup).State;

        Assert.Null(state.Access);
        Assert.Empty(state.Hosts);
    }

    [Fact]
    public void A_backup_restores_settings_and_secrets_and_the_history_continues()
    {
        _fixture.UseCertificate();
        _fixture.Apply(SessionFixture.NewServer("a", "OAuthService"), new ChangeStep.SetSecret(SecretPurpose.IncomingSecret("a"), SessionFixture.Secret("s3cret")));
        _fixture.Session.Store.Backup(_backup, new RecordingHost());
        var saved = _fixture.Session.Settings.ReadAll();
        _fixture.Apply(new ChangeStep.RemoveServer("a"), SessionFixture.Basic(("maxIncomingSizeKB", 9)));

        var restored = _fixture.Session.Store.Restore(_backup, new RecordingHost())!;

        Assert.Equal(4, restored.Revision);
        var all = _fixture.Session.Settings.ReadAll();
        Assert.Equal(saved.IncomingServers, all.IncomingServers);
        Assert.Equal((saved.Basic, saved.Certificate, 4L), (all.Basic, all.Certificate, all.Revision));
        Assert.True(Assert.Single(_fixture.Session.Secrets.List(), secret => secret.IsSet).Decrypts);
        var history = _fixture.Session.Settings.ReadHistory();
        Assert.Equal([4L, 3L, 2L, 1L], history.Select(row => row.Revision));
        Assert.Equal("store", history[0].Changes[0].Path);
        Assert.Contains(history[0].Changes, change => change is { Path: "basic.maxIncomingSizeKB", From: 9L, To: 25000L });
    }

    [Fact]
    public void A_backup_restored_without_a_store_brings_its_history_and_a_newer_revision()
    {
        MakeBackup();
        using var elsewhere = new SessionFixture();

        elsewhere.Session.Store.Restore(_backup, new RecordingHost());

        Assert.Equal([3L, 2L, 1L], elsewhere.Session.Settings.ReadHistory().Select(row => row.Revision));
        Assert.Equal(2, elsewhere.Session.Settings.ReadBasic().MaxIncomingSizeKB);
    }

    [Fact]
    public void Names_exchanged_between_servers_since_the_backup_are_restored()
    {
        _fixture.Apply(SessionFixture.NewServer("a"), SessionFixture.NewServer("b"));
        _fixture.Session.Store.Backup(_backup, new RecordingHost());
        var before = _fixture.Session.Settings.ReadIncomingServers();
        _fixture.Apply(new ChangeStep.RenameServer("a", "c"));
        _fixture.Apply(new ChangeStep.RenameServer("b", "a"));
        _fixture.Apply(new ChangeStep.RenameServer("c", "b"));

        _fixture.Session.Store.Restore(_backup, new RecordingHost());

        Assert.Equal(before, _fixture.Session.Settings.ReadIncomingServers());
    }

    [Fact]
    public void A_writer_that_read_before_the_restore_gets_a_conflict()
    {
        MakeBackup();
        _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 5)));
        using var other = _fixture.Open();

        var refused = Assert.Throws<EmailSettingsException>(() => _fixture.Session.Settings.Apply(
            new SettingsChange("test", [SessionFixture.Basic(("maxIncomingSizeKB", 7))]),
            SessionFixture.While(() => other.Store.Restore(_backup, new RecordingHost()))));

        Assert.Equal(StoreErrors.ChangedMeanwhile.Id, refused.Code.Id);
    }

    [Fact]
    public void A_restore_does_not_undo_what_was_changed_after_it_was_shown()
    {
        MakeBackup();
        using var other = _fixture.Open();

        var refused = Assert.Throws<EmailSettingsException>(() => _fixture.Session.Store.Restore(
            _backup, SessionFixture.While(() => other.Settings.Apply(new SettingsChange("test", [SessionFixture.Basic(("maxIncomingSizeKB", 8))]), new RecordingHost()))));

        Assert.Equal(StoreErrors.ChangedMeanwhile.Id, refused.Code.Id);
        Assert.Equal(8, _fixture.Session.Settings.ReadBasic().MaxIncomingSizeKB);
    }

    [Fact]
    public void A_restore_shows_what_it_would_change()
    {
        MakeBackup();
        _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 5)));
        var host = SessionFixture.Refusing;

        Assert.Null(_fixture.Session.Store.Restore(_backup, host));

        Assert.Contains("basic.maxIncomingSizeKB from '5' to '2'", Assert.Single(host.Asked).Action, StringComparison.Ordinal);
        Assert.Equal(5, _fixture.Session.Settings.ReadBasic().MaxIncomingSizeKB);
    }

    [Fact]
    public void A_backup_never_overwrites_and_needs_a_store()
    {
        Assert.Equal(StoreErrors.StoreNotFound.Id, Assert.Throws<EmailSettingsException>(() => _fixture.Session.Store.Backup(_backup, new RecordingHost())).Code.Id);
        MakeBackup();

        Assert.Equal(StoreErrors.FileExists.Id, Assert.Throws<EmailSettingsException>(() => _fixture.Session.Store.Backup(_backup, new RecordingHost())).Code.Id);
        Assert.Equal(StoreErrors.StorePathInvalid.Id, Assert.Throws<EmailSettingsException>(() => _fixture.Session.Store.Backup(_fixture.Folder.File(""), new RecordingHost())).Code.Id);
    }

    [Fact]
    public void A_host_that_declines_backs_up_and_restores_nothing()
    {
        MakeBackup();

        Assert.False(_fixture.Session.Store.Backup(_fixture.Folder.File("no.db"), SessionFixture.Refusing));
        Assert.Null(_fixture.Session.Store.Restore(_backup, SessionFixture.Refusing));
        Assert.Equal(StoreErrors.FileNotFound.Id, Assert.Throws<EmailSettingsException>(() => _fixture.Session.Store.Restore(_fixture.Folder.File("none.db"), SessionFixture.Refusing)).Code.Id);
        Assert.False(System.IO.File.Exists(_fixture.Folder.File("no.db")));
        Assert.Equal(2, _fixture.Session.Store.Describe().Revision);
    }

    [Theory]
    [InlineData("host", "smtp.elsewhere.example")]
    [InlineData("port", 2525)]
    [InlineData("useSsl", false)]
    public void A_secret_whose_target_differs_in_the_backup_is_left_out_and_listed(string field, object value)
    {
        _fixture.UseCertificate();
        _fixture.Apply(Outgoing(), new ChangeStep.SetSecret(SecretPurpose.OutgoingPassword, SessionFixture.Secret()));
        _fixture.Session.Store.Backup(_backup, new RecordingHost());
        _fixture.Apply(SessionFixture.Outgoing((field, value)), new ChangeStep.SetSecret(SecretPurpose.OutgoingPassword, SessionFixture.Secret("another")));
        var host = new RecordingHost();

        _fixture.Session.Store.Restore(_backup, host);

        Assert.Equal((SettingsWarnings.SecretNotRestored.Id, field), (Assert.Single(host.Warnings).Id, host.Warnings[0].Detail));
        Assert.False(_fixture.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);
        Assert.Equal("smtp.example.org", _fixture.Session.Settings.ReadOutgoingServer().Host);
    }

    [Fact]
    public void A_secret_with_the_same_target_is_restored()
    {
        _fixture.UseCertificate();
        _fixture.Apply(Outgoing(), new ChangeStep.SetSecret(SecretPurpose.OutgoingPassword, SessionFixture.Secret()));
        _fixture.Session.Store.Backup(_backup, new RecordingHost());
        _fixture.Apply(new ChangeStep.RemoveSecret(SecretPurpose.OutgoingPassword), SessionFixture.Outgoing(("serverUser", "somebody else")));
        var host = new RecordingHost();

        _fixture.Session.Store.Restore(_backup, host);

        Assert.Empty(host.Warnings);
        Assert.True(_fixture.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);
    }

    [Fact]
    public void A_backup_does_not_restore_a_certificate_location()
    {
        var thumbprint = _fixture.UseCertificate();
        _fixture.Session.Store.Backup(_backup, new RecordingHost());
        using var elsewhere = new SessionFixture();

        elsewhere.Session.Store.Restore(_backup, new RecordingHost());

        using var store = elsewhere.OpenStore();
        var state = store.Read(StoreParts.Certificate);
        Assert.Equal(thumbprint, state.Certificate!.Thumbprint);
        Assert.Empty(state.KnownCertificates);
    }

    public void Dispose()
    {
        _fixture.Dispose();
        GC.SuppressFinalize(this);
    }

    private static ChangeStep Outgoing() =>
        SessionFixture.Outgoing(("host", "smtp.example.org"), ("port", 587), ("useSsl", true), ("authentication", "Basic"), ("serverUser", "mailer"));

    private static ChangeRecord Record(long revision) => new(revision, DateTimeOffset.UtcNow, "account", "test", [new FieldChange("basic.maxIncomingSizeKB", 25000L, 5L)]);

    private static StoreCommit Commit(long basis, int size) => new(basis, [new StoreWrite.PutBasic(new BasicSettings { MaxIncomingSizeKB = size })], Record(0));

    private void MakeBackup()
    {
        _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 1)), SessionFixture.Texts(("tooLarge", new string('x', 4000)), ("noBody", new string('y', 4000))));
        _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 2)));
        _fixture.Session.Store.Backup(_backup, new RecordingHost());
    }
}
