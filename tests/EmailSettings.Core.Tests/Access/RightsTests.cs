using EmailSettings.Core.Access;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Operations;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Access;

public sealed class RightsTests : IDisposable
{
    private readonly RightsFixture _rights = new();

    private SessionFixture SessionFixture => _rights.SessionFixture;

    [Fact]
    public void A_refusal_names_the_right_the_block_and_who_can_grant_it_and_is_recorded()
    {
        _rights.Enable();
        var revision = _rights.Admin.Store.Describe().Revision;
        var lastChange = _rights.Admin.Store.Describe().LastChange;

        var fault = Refused(RightsFixture.Anna, AccessErrors.RightMissing, session => session.Settings.Apply(new SettingsChange("test", [SessionFixture.Outgoing(("host", "a"))]), new RecordingHost()));

        Assert.Equal((@"CONTOSO\anna", "Outgoing.Manage", @"HOST\tester"), (fault.Value, fault.Limit, fault.Detail));
        Assert.Contains("outgoing mail server", fault.Cause, StringComparison.Ordinal);
        var record = _rights.Admin.Settings.ReadHistory()[0];
        Assert.Equal((revision, @"CONTOSO\anna", "WEB1", "powershell"), (record.Revision, record.Account, record.Host, record.Source));
        Assert.StartsWith("RightMissing: ", record.Refusal, StringComparison.Ordinal);
        Assert.Empty(record.Changes);
        Assert.Equal((revision, lastChange), (_rights.Admin.Store.Describe().Revision, _rights.Admin.Store.Describe().LastChange));
    }

    [Fact]
    public void A_refusal_comes_before_everything_else_that_is_wrong()
    {
        _rights.Enable();

        Refused(RightsFixture.Anna, AccessErrors.RightMissing, session => session.Settings.Apply(new SettingsChange("test", [SessionFixture.Outgoing(("port", 0))]), SessionFixture.Refusing));
    }

    [Theory]
    [InlineData("S-1-5-21-1")]
    [InlineData("s-1-5-21-100")]
    public void A_right_comes_by_the_account_or_by_one_of_its_groups(string principal)
    {
        _rights.Enable((principal, Right.EmailServiceModify));
        var anna = _rights.Open(RightsFixture.Anna);

        anna.Settings.Apply(new SettingsChange("test", [SessionFixture.Basic(("maxIncomingSizeKB", 7))]), new RecordingHost());

        Assert.Equal(7, anna.Settings.ReadBasic().MaxIncomingSizeKB);
        Assert.Equal([principal], anna.Rights.ListCurrent().Single(right => right.Right == "EmailService.Modify").Through);
    }

    [Fact]
    public void A_name_is_not_an_account()
    {
        _rights.Enable(("S-1-5-21-1", Right.Administrator));
        var namesake = RightsFixture.Anna with { Id = "S-1-5-21-2", Groups = new([]) };

        Refused(namesake, AccessErrors.RightMissing, session => session.Rights.Disable(new RecordingHost()));
    }

    [Fact]
    public void Another_name_in_an_environment_variable_is_not_believed()
    {
        var before = Actor.Current("test");
        var variables = new[] { "USER", "USERNAME", "LOGNAME", "USERDOMAIN", "HOSTNAME", "COMPUTERNAME", "SUDO_USER" };
        var values = variables.Select(Environment.GetEnvironmentVariable).ToList();
        try
        {
            foreach (var variable in variables) Environment.SetEnvironmentVariable(variable, "mallory");
            var after = Actor.Current("test");
            Assert.Equal((before.Account, before.Id, before.Host), (after.Account, after.Id, after.Host));
            Assert.Equal(before.Groups.Value, after.Groups.Value);
        }
        finally
        {
            foreach (var (variable, value) in variables.Zip(values)) Environment.SetEnvironmentVariable(variable, value);
        }
    }

    [Fact]
    public void A_document_that_touches_a_block_without_its_right_is_refused_as_a_whole()
    {
        _rights.Enable((RightsFixture.Anna.Id, Right.IncomingManage));
        var document = SessionFixture.Folder.Write("document.json", """{"basic":{"maxIncomingSizeKB":9},"incomingServers":[{"name":"new","address":"https://login.microsoftonline.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718","authentication":"OAuthUser","clientId":"1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809"}]}"""u8.ToArray());

        Refused(RightsFixture.Anna, AccessErrors.RightMissing, session => session.Documents.Import(new DocumentImport(document), new RecordingHost()));

        Assert.Empty(_rights.Admin.Settings.ReadIncomingServers());
        Assert.Equal(5, _rights.Admin.Settings.ReadBasic().MaxIncomingSizeKB);
    }

    [Fact]
    public void A_document_names_no_rights()
    {
        _rights.Enable();
        var document = SessionFixture.Folder.Write("document.json", """{"rights":[{"right":"Administrator","principal":"S-1-5-21-1"}]}"""u8.ToArray());

        Assert.Equal(StoreErrors.DocumentKeyUnknown.Id, Assert.Throws<EmailSettingsException>(() => _rights.Admin.Documents.Import(new DocumentImport(document), new RecordingHost())).Code.Id);
    }

    [Fact]
    public void A_right_that_is_revoked_while_the_change_waits_for_an_answer_is_gone()
    {
        _rights.Enable((RightsFixture.Anna.Id, Right.EmailServiceModify));
        var anna = _rights.Open(RightsFixture.Anna);
        using var store = SessionFixture.OpenStore();
        var host = SessionFixture.While(() => RightsFixture.Write(store, new StoreWrite.RemoveGrant(RightsFixture.Anna.Id, Right.EmailServiceModify.Name)));

        var refused = Assert.Throws<EmailSettingsException>(() => anna.Settings.Apply(new SettingsChange("test", [SessionFixture.Basic(("maxIncomingSizeKB", 7))]), host));

        Assert.Equal(AccessErrors.RightMissing.Id, refused.Code.Id);
        Assert.Equal(5, store.Read(StoreParts.Basic).Basic.MaxIncomingSizeKB);
    }

    [Fact]
    public void A_restored_backup_grants_and_revokes_nothing()
    {
        using var foreign = new RightsFixture();
        foreign.Enable((RightsFixture.Anna.Id, Right.Administrator));
        foreign.Admin.Store.Backup(SessionFixture.Folder.File("backup.db"), new RecordingHost());
        _rights.Enable();
        var before = _rights.Admin.Rights.List();

        _rights.Admin.Store.Restore(SessionFixture.Folder.File("backup.db"), new RecordingHost());

        Assert.Equal(before, _rights.Admin.Rights.List());
        Refused(RightsFixture.Anna, AccessErrors.RightMissing, session => session.Store.Restore(SessionFixture.Folder.File("backup.db"), new RecordingHost()));
    }

    [Fact]
    public void A_restore_over_a_damaged_store_keeps_its_rights()
    {
        _rights.Enable((RightsFixture.Anna.Id, Right.IncomingManage));
        _rights.Admin.Store.Backup(SessionFixture.Folder.File("backup.db"), new RecordingHost());
        var before = _rights.Admin.Rights.List();
        _rights.Admin.Dispose();
        using (var connection = SqliteDatabase.Open(SessionFixture.File)) connection.Execute("UPDATE basic SET sum = sum + 1");

        Refused(RightsFixture.Anna, AccessErrors.RightMissing, session => session.Store.Restore(SessionFixture.Folder.File("backup.db"), new RecordingHost()));
        using var admin = SessionFixture.Open();
        admin.Store.Restore(SessionFixture.Folder.File("backup.db"), new RecordingHost());

        Assert.Equal(before, admin.Rights.List());
    }

    [Fact]
    public void Rights_that_cannot_be_read_leave_a_delegate_nothing_and_the_owner_of_the_file_a_restore()
    {
        _rights.Enable((RightsFixture.Anna.Id, Right.Administrator));
        _rights.Admin.Store.Backup(SessionFixture.Folder.File("backup.db"), new RecordingHost());
        _rights.Admin.Dispose();
        using (var connection = SqliteDatabase.Open(SessionFixture.File)) connection.Execute("UPDATE access_grant SET sum = sum + 1");

        var delegated = RightsFixture.Anna with { IsDelegated = true };
        Assert.Equal(AccessErrors.RightMissing.Id, Assert.Throws<EmailSettingsException>(() => _rights.Open(delegated).Store.Restore(SessionFixture.Folder.File("backup.db"), new RecordingHost())).Code.Id);
        using var owner = SessionFixture.Open();
        Assert.NotNull(owner.Store.Restore(SessionFixture.Folder.File("backup.db"), new RecordingHost()));
        Assert.Equal(@"HOST\tester", Assert.Single(owner.Rights.List()).Principal);
    }

    [Fact]
    public void In_another_store_that_takes_the_place_of_the_first_its_own_rights_hold()
    {
        _rights.Enable((RightsFixture.Anna.Id, Right.EmailServiceModify));
        using var other = new RightsFixture();
        other.Enable();
        var anna = _rights.Open(RightsFixture.Anna);
        anna.Settings.Apply(new SettingsChange("test", [SessionFixture.Basic(("maxIncomingSizeKB", 7))]), new RecordingHost());
        foreach (var session in new[] { anna, _rights.Admin, other.Admin }) session.Dispose();
        File.Copy(other.SessionFixture.File, SessionFixture.File, overwrite: true);

        Refused(RightsFixture.Anna, AccessErrors.RightMissing, session => session.Settings.Apply(new SettingsChange("test", [SessionFixture.Basic(("maxIncomingSizeKB", 8))]), new RecordingHost()));
    }

    [Fact]
    public void Reading_requires_no_right_until_a_View_is_granted()
    {
        _rights.Enable();
        var anna = _rights.Open(RightsFixture.Anna);
        anna.Settings.ReadAll();
        anna.Settings.ReadHistory();

        _rights.Grant(("somebody", Right.IncomingView), (RightsFixture.Anna.Id, Right.OutgoingManage));

        anna.Settings.ReadOutgoingServer();
        Refused(RightsFixture.Anna, AccessErrors.RightMissing, session => session.Settings.ReadIncomingServers());
        Assert.Equal(["EmailService.View", "Incoming.View"], Assert.Throws<EmailSettingsException>(() => anna.Settings.ReadAll()).Faults.Select(fault => fault.Limit));
        Refused(RightsFixture.Anna, AccessErrors.RightMissing, session => session.Settings.ReadHistory());
    }

    [Fact]
    public async Task A_stored_secret_is_sent_nowhere_by_a_test_without_the_right()
    {
        SessionFixture.UseCertificate();
        SessionFixture.Apply(SessionFixture.Outgoing(("host", "127.0.0.1"), ("port", 1), ("authentication", "Basic"), ("serverUser", "mailer"), ("password", SessionFixture.Secret())));
        _rights.Enable((RightsFixture.Anna.Id, Right.IncomingManage));
        var anna = _rights.Open(RightsFixture.Anna);
        using var given = SessionFixture.Secret("given");

        var refused = await Assert.ThrowsAsync<EmailSettingsException>(() => anna.Tests.TestAsync(new OutgoingTestRequest { Host = "127.0.0.2" }));
        Assert.Equal(AccessErrors.RightMissing.Id, refused.Code.Id);
        var report = await anna.Tests.TestAsync(new OutgoingTestRequest { Password = given });
        Assert.NotEmpty(report.Stages);
    }

    [Fact]
    public void A_backup_holds_what_was_done_and_refused()
    {
        _rights.Enable();
        Refused(RightsFixture.Anna, AccessErrors.RightMissing, session => session.Rights.Disable(new RecordingHost()));
        _rights.Admin.Store.Backup(SessionFixture.Folder.File("backup.db"), new RecordingHost());
        using var other = new SessionFixture();

        other.Session.Store.Restore(SessionFixture.Folder.File("backup.db"), new RecordingHost());

        Assert.Contains(other.Session.Settings.ReadHistory(), record => record.Refusal is not null && record.Host == "WEB1");
        Assert.False(other.Session.Rights.AreEnforced);
    }

    [Fact]
    public void Three_roles_with_one_right_each_do_their_own_and_are_refused_the_other_two_and_the_history_tells()
    {
        var roles = new (Right Right, ChangeStep Step)[]
        {
            (Right.EmailServiceModify, SessionFixture.Basic(("maxIncomingSizeKB", 11))),
            (Right.IncomingManage, SessionFixture.NewServer("Support")),
            (Right.OutgoingManage, SessionFixture.Outgoing(("host", "smtp.example.org"))),
        };
        _rights.Enable([.. roles.Select(role => (role.Right.Name, role.Right))]);

        foreach (var role in roles)
        {
            var session = _rights.Open(new Actor($@"CONTOSO\{role.Right}", "powershell") { Id = role.Right.Name, Host = "WEB1" });
            foreach (var other in roles)
            {
                var change = new SettingsChange("test", [other.Step]);
                if (other == role) session.Settings.Apply(change, new RecordingHost());
                else Assert.Equal(AccessErrors.RightMissing.Id, Code(() => session.Settings.Apply(change, new RecordingHost())));
            }
        }

        var told = _rights.Admin.Settings.ReadHistory().Where(record => record.Host == "WEB1").ToList();
        Assert.Equal((3, 6), (told.Count(record => record.Refusal is null), told.Count(record => record.Refusal is not null)));
        Assert.Equal(3, told.Select(record => record.Account).Distinct().Count());
        Assert.Empty(_rights.Admin.Health.Check().Checks.Single(check => check.Check == "Store").Findings);
    }

    public void Dispose() => _rights.Dispose();

    private static string Code(Action work) => Assert.Throws<EmailSettingsException>(work).Code.Id;

    private Finding Refused(Actor actor, FindingCode code, Action<EmailSettingsSession> work)
    {
        using var session = _rights.Open(actor);
        var refused = Assert.Throws<EmailSettingsException>(() => work(session));
        Assert.All(refused.Faults, fault => Assert.Equal(code.Id, fault.Id));
        return refused.Faults[0];
    }
}
