using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Storage;

/// <summary>The contract of stores for every engine.</summary>
public abstract class StoreContract : IDisposable
{
    private readonly SessionFixture _fixture;

    protected StoreContract(IStoreFactory stores)
    {
        _fixture = new SessionFixture(stores);
    }

    [Fact]
    public void A_missing_store_reads_as_defaults_and_is_not_created_by_reading()
    {
        var all = _fixture.Session.Settings.ReadAll();

        Assert.Equal(0, all.Revision);
        Assert.Equal(BasicSettings.Default, all.Basic);
        Assert.Empty(_fixture.Session.Settings.ReadHistory());
        Assert.False(_fixture.Session.Store.Describe().Exists);
    }

    [Fact]
    public void A_change_is_there_for_another_session_at_once()
    {
        using var other = _fixture.Open();
        Assert.Equal(0, other.Settings.ReadAll().Revision);

        _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 5)));

        Assert.Equal(5, other.Settings.ReadBasic().MaxIncomingSizeKB);
    }

    [Fact]
    public void A_commit_for_another_revision_is_refused_and_writes_nothing()
    {
        using var store = _fixture.OpenStore();
        store.Commit(Commit(0, 5));

        var conflict = Assert.Throws<StoreConflictException>(() => store.Commit(Commit(0, 6)));

        Assert.Equal((0L, 1L), (conflict.Expected, conflict.Actual));
        Assert.Equal((1L, 5), (store.Read(StoreParts.Basic).Revision, store.Read(StoreParts.Basic).Basic.MaxIncomingSizeKB));
        Assert.Single(store.ReadHistory());
    }

    [Fact]
    public void A_commit_that_fails_half_way_writes_nothing()
    {
        using var store = _fixture.OpenStore();
        store.Commit(Commit(0, 5));
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
    public void Only_what_exists_can_be_removed()
    {
        using var store = _fixture.OpenStore();
        store.Commit(Commit(0, 5));

        foreach (var write in new StoreWrite[] { new StoreWrite.RemoveServer(Guid.NewGuid()), new StoreWrite.RemoveSecret(SecretKey.SmsPassword) })
            Assert.Equal(StoreErrors.StoreDamaged.Id, Assert.Throws<EmailSettingsException>(() => store.Commit(Commit(1, 6) with { Writes = [write] })).Code.Id);
        store.Commit(Commit(1, 6) with { Writes = [new StoreWrite.PutRestart(null)] });
    }

    [Fact]
    public void Rights_and_locks_are_read_as_granted_until_they_are_revoked()
    {
        using var store = _fixture.OpenStore();
        var since = new DateTimeOffset(2026, 11, 28, 1, 2, 3, TimeSpan.Zero);
        RightGrant[] grants = [new("S-1-5-21-1", "Incoming.Manage", @"CONTOSO\anna", since), new("S-1-5-21-1", "Outgoing.View", @"CONTOSO\anna", since)];
        store.Commit(Commit(0, 5) with { Writes = [new StoreWrite.PutAccess(true), .. grants.Select(grant => new StoreWrite.PutGrant(grant)), new StoreWrite.PutLock(new BlockLock("Basic", since))] });

        var access = store.Read(StoreParts.Access).Access!;
        Assert.True(access.IsEnabled);
        Assert.Equal(grants, access.Grants);
        Assert.Equal([new BlockLock("Basic", since)], access.Locks);
        Assert.Null(store.Read(StoreParts.All & ~StoreParts.Access).Access);

        store.Commit(Commit(1, 5) with { Writes = [new StoreWrite.PutAccess(false), new StoreWrite.RemoveGrant("S-1-5-21-1", "Outgoing.View"), new StoreWrite.RemoveLock("Basic")] });
        access = store.Read(StoreParts.Access).Access!;
        Assert.Equal((false, grants[0], 0), (access.IsEnabled, Assert.Single(access.Grants), access.Locks.Count));
        Assert.Equal(StoreErrors.StoreDamaged.Id, Assert.Throws<EmailSettingsException>(() => store.Commit(Commit(2, 6) with { Writes = [new StoreWrite.RemoveGrant("x", "Incoming.Manage")] })).Code.Id);
        Assert.Empty(store.Verify());
    }

    [Fact]
    public void A_refusal_is_a_row_of_the_history_and_leaves_the_revision_as_it_is()
    {
        using var store = _fixture.OpenStore();
        store.Note(new StoreNote.Refusal(Record(0)));
        Assert.False(store.Describe().Exists);
        store.Commit(Commit(0, 5));
        var changed = store.Describe().LastChange;

        store.Note(new StoreNote.Refusal(Record(99) with { Host = "WEB1", Refusal = "RightMissing: no" }));
        store.Commit(Commit(1, 6));
        store.Note(new StoreNote.Refusal(Record(0) with { Refusal = "RightMissing: again" }));

        Assert.Equal([(2L, "RightMissing: again"), (2L, null), (1L, "RightMissing: no"), (1L, null)], store.ReadHistory().Select(row => (row.Revision, row.Refusal)));
        Assert.Equal("WEB1", store.ReadHistory(3)[2].Host);
        Assert.Equal(store.ReadHistory()[1].Time, store.Describe().LastChange);
        Assert.NotEqual(changed, store.Describe().LastChange);
        Assert.Empty(store.Verify());
    }

    [Fact]
    public void A_hosts_new_record_of_the_certificate_replaces_the_previous_one()
    {
        using var store = _fixture.OpenStore();
        store.Commit(Commit(0, 5));
        var found = new HostCertificate("MAIL1", new string('A', 40), false, @"MAIL1\service", DateTimeOffset.UnixEpoch);

        foreach (var each in new[] { found, found with { Host = "AGENT1" }, found with { KeyUsable = true } }) store.Note(new StoreNote.CertificateOnHost(each));

        var state = store.Read(StoreParts.Hosts);
        Assert.Equal([found with { Host = "AGENT1" }, found with { KeyUsable = true }], state.Hosts);
        Assert.Equal((1L, 1), (state.Revision, store.ReadHistory().Count));
        Assert.Empty(store.Verify());
    }

    [Fact]
    public void A_commit_can_skip_revisions_and_import_a_history()
    {
        using var store = _fixture.OpenStore();

        Assert.Equal(8, store.Commit(Commit(0, 5) with { RevisionAbove = 7, EarlierHistory = [Record(7), Record(3)] }));

        Assert.Equal([8L, 7L, 3L], store.ReadHistory().Select(row => row.Revision));
        Assert.Equal([8L, 7L], store.ReadHistory(2).Select(row => row.Revision));
        Assert.Empty(store.Verify());
    }

    [Fact]
    public void History_and_state_agree_after_changes_of_every_kind()
    {
        _fixture.UseCertificate();
        _fixture.Apply(SessionFixture.Basic(("attachmentEncodings", "a=7bit"), ("maxIncomingSizeKB", 7)), SessionFixture.Texts(("noBody", "none")));
        _fixture.Apply(SessionFixture.Attachments(("folder", "/a")));
        _fixture.Apply(SessionFixture.Attachments(("minimumFileSizeBytes", 1), ("saveAsMime", false)));
        _fixture.Apply(new ChangeStep.ClearRestart());
        _fixture.Apply(SessionFixture.NewServer("a", "OAuthService"), SessionFixture.NewServer("b"));
        _fixture.Apply(SessionFixture.Server("a", ServerMatch.Existing, ("secretExpires", "2030-01-01")), new ChangeStep.RemoveServer("b"));
        _fixture.Apply(SessionFixture.Outgoing(("authentication", "OAuthService"), ("address", SessionFixture.Tenant), ("clientId", SessionFixture.Client), ("maxRecipients", 3)));
        _fixture.Apply(SessionFixture.Outgoing(("authentication", "Basic"), ("maxRecipients", null)));
        var thumbprint = _fixture.Session.Settings.ReadAll().Certificate!.Thumbprint;

        using var store = _fixture.OpenStore();
        var certificate = Assert.Single(store.ReadHistory().SelectMany(row => row.Changes), change => change.Path == "certificate");
        Assert.Equal((null, thumbprint), (certificate.From, certificate.To));
        Assert.Equal(9, store.Describe().Revision);
        Assert.Empty(store.Verify());
        Replay.MustAgree(store);
    }

    [Fact]
    public async Task One_session_serves_many_threads()
    {
        _fixture.Apply(SessionFixture.Texts(("noBody", "x")));
        using var other = _fixture.Open();

        await Parallel.ForEachAsync(Enumerable.Range(1, 60), async (i, _) =>
        {
            await Task.Yield();
            var session = i % 2 == 0 ? other : _fixture.Session;
            if (i % 3 == 0) session.Settings.ReadAll();
            else session.Settings.Apply(new SettingsChange("test", [SessionFixture.NewServer($"server {i}")]), new RecordingHost());
        });

        Assert.Equal(40, _fixture.Session.Settings.ReadIncomingServers().Count);
    }

    [Fact]
    public void Servers_are_read_in_the_order_of_their_names()
    {
        foreach (var name in new[] { "b", "C", "a", "Ä" }) _fixture.Apply(SessionFixture.NewServer(name));

        Assert.Equal(["a", "b", "C", "Ä"], _fixture.Session.Settings.ReadIncomingServers().Select(server => server.Name));
    }

    public void Dispose()
    {
        _fixture.Dispose();
        GC.SuppressFinalize(this);
    }

    private static ChangeRecord Record(long revision) => new(revision, DateTimeOffset.UtcNow, "account", "test", [new FieldChange("basic.maxIncomingSizeKB", 25000L, 5L)]);

    private static StoreCommit Commit(long basis, int size) => new(basis, [new StoreWrite.PutBasic(new BasicSettings { MaxIncomingSizeKB = size })], Record(0));
}
