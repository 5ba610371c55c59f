using EmailSettings.Core.Access;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Access;

public sealed class RightAdministrationTests : IDisposable
{
    private readonly RightsFixture _rights = new();

    private SessionFixture SessionFixture => _rights.SessionFixture;

    [Fact]
    public void Whoever_makes_a_store_is_its_one_administrator_and_rights_are_off()
    {
        SessionFixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 5)));

        var grant = Assert.Single(_rights.Admin.Rights.List());
        Assert.Equal(("Administrator", @"HOST\tester", false), (grant.Right, grant.Principal, grant.Enforced));
        Assert.All(_rights.Open(RightsFixture.Anna).Rights.ListCurrent(), right => Assert.True(right.Allowed));
    }

    [Fact]
    public void The_last_administrator_cannot_be_removed()
    {
        _rights.Enable(("S-1-5-32-1", Right.Administrator));

        _rights.Admin.Rights.Revoke("administrator", "S-1-5-32-1", new RecordingHost());

        var refused = Assert.Throws<EmailSettingsException>(() => _rights.Admin.Rights.Revoke("Administrator", @"host\TESTER", new RecordingHost()));
        Assert.Equal((AccessErrors.LastAdministrator.Id, FindingKind.NotAllowed), (refused.Code.Id, refused.Code.Kind));
    }

    [Fact]
    public void Two_administrators_that_remove_each_other_at_once_leave_one()
    {
        _rights.Enable((RightsFixture.Anna.Id, Right.Administrator));
        var anna = _rights.Open(RightsFixture.Anna);
        var host = SessionFixture.While(() => anna.Rights.Revoke("Administrator", @"HOST\tester", new RecordingHost()));

        Assert.Throws<EmailSettingsException>(() => _rights.Admin.Rights.Revoke("Administrator", RightsFixture.Anna.Id, host));

        Assert.Equal(RightsFixture.Anna.Id, Assert.Single(anna.Rights.List()).PrincipalId);
    }

    [Fact]
    public void Only_an_administrator_switches_rights_on_and_of_an_earlier_store_whoever_does_it()
    {
        SessionFixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 5)));
        Refused(RightsFixture.Anna, AccessErrors.RightMissing, session => session.Rights.Enable(new RecordingHost()));
        using (var store = SessionFixture.OpenStore()) RightsFixture.Write(store, new StoreWrite.RemoveGrant(@"HOST\tester", "Administrator"));

        _rights.Open(RightsFixture.Anna).Rights.Enable(new RecordingHost());

        Assert.Equal(@"CONTOSO\anna", Assert.Single(_rights.Admin.Rights.List()).Principal);
        Refused(new Actor(@"HOST\tester", "test"), AccessErrors.RightMissing, session => session.Rights.Disable(new RecordingHost()));
    }

    [Fact]
    public void A_locked_block_can_be_read_and_be_changed_by_nobody_until_it_is_unlocked()
    {
        SessionFixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 5)));
        _rights.Admin.Rights.Lock("error-texts", new RecordingHost());

        var fault = SessionFixture.RefusedFor(AccessErrors.BlockLocked, SessionFixture.Texts(("noBody", "x")));

        Assert.Equal(LockableBlock.ErrorTexts, fault.Value);
        Assert.Equal("", _rights.Admin.Settings.ReadErrorTexts().NoBody[..0]);
        Assert.Equal(["ErrorTexts"], _rights.Admin.Rights.ListBlocks().Where(block => block.Locked).Select(block => block.Block));
        SessionFixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 6)));
        _rights.Admin.Rights.Unlock("ErrorTexts", new RecordingHost());
        SessionFixture.Apply(SessionFixture.Texts(("noBody", "x")));
    }

    [Fact]
    public void Changes_of_rights_are_in_the_history()
    {
        _rights.Enable();
        _rights.Admin.Rights.Lock("Outgoing", new RecordingHost());
        var (id, name) = PrincipalLookup.Find(Actor.Current("test").Id);
        _rights.Admin.Rights.Grant("incoming.manage", id, new RecordingHost());
        _rights.Admin.Rights.Revoke("Incoming.Manage", name, new RecordingHost());

        var changes = _rights.Admin.Settings.ReadHistory().Reverse().SelectMany(record => record.Changes).Where(change => !change.Path.StartsWith("basic", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            [new("rights.enabled", false, true), new("locks.Outgoing", false, true), new($"rights[{name}]", null, "Incoming.Manage"), new FieldChange($"rights[{name}]", "Incoming.Manage", null)],
            changes);
    }

    [Fact]
    public void Unknown_rights_blocks_and_accounts_are_reported()
    {
        _rights.Enable();

        Assert.Equal(AccessErrors.RightUnknown.Id, Code(() => _rights.Admin.Rights.Grant("Incoming.*", "root", new RecordingHost())));
        Assert.Equal(AccessErrors.BlockUnknown.Id, Code(() => _rights.Admin.Rights.Lock("../basic", new RecordingHost())));
        Assert.Equal(AccessErrors.PrincipalUnknown.Id, Code(() => _rights.Admin.Rights.Grant("Incoming.Manage", "nobody of that name", new RecordingHost())));
        Assert.Equal(AccessErrors.RightNotGranted.Id, Code(() => _rights.Admin.Rights.Revoke("Incoming.Manage", @"HOST\tester", new RecordingHost())));
    }

    public void Dispose() => _rights.Dispose();

    private static string Code(Action work) => Assert.Throws<EmailSettingsException>(work).Code.Id;

    private Finding Refused(Actor actor, FindingCode code, Action<EmailSettingsSession> work)
    {
        var session = _rights.Open(actor);
        var refused = Assert.Throws<EmailSettingsException>(() => work(session));
        Assert.All(refused.Faults, fault => Assert.Equal(code.Id, fault.Id));
        return refused.Faults[0];
    }
}
