using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Changes;

/// <summary>Two writers that read the same revision, with one changing the store between the other's read and write.</summary>
public sealed class ConcurrentChangeTests : IDisposable
{
    private readonly SessionFixture _fixture = new();
    private readonly EmailSettingsSession _other;

    public ConcurrentChangeTests()
    {
        _other = _fixture.Open();
        for (var size = 1; size <= 7; size++) _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", size)));
    }

    [Fact]
    public void The_second_of_two_writers_of_one_field_gets_a_conflict_and_writes_nothing()
    {
        var refused = Assert.Throws<EmailSettingsException>(() =>
            Race([SessionFixture.Basic(("maxIncomingSizeKB", 100))], [SessionFixture.Basic(("maxIncomingSizeKB", 200), ("bodyCharset", "koi8-r"))]));

        Assert.Equal(StoreErrors.ChangedMeanwhile.Id, refused.Code.Id);
        Assert.Equal(("basic.maxIncomingSizeKB", "7", 8L), (refused.Faults[0].Field, refused.Faults[0].Limit, refused.Faults[0].Value));
        var basic = _fixture.Session.Settings.ReadBasic();
        Assert.Equal((100, "utf-8"), (basic.MaxIncomingSizeKB, basic.BodyCharset));
        Assert.Equal(8, _fixture.Session.Store.Describe().Revision);
    }

    [Fact]
    public void Two_writers_of_the_same_new_value_conflict_too() =>
        Assert.Equal(StoreErrors.ChangedMeanwhile.Id, Assert.Throws<EmailSettingsException>(() =>
            Race([SessionFixture.Basic(("maxIncomingSizeKB", 100))], [SessionFixture.Basic(("maxIncomingSizeKB", 100))])).Code.Id);

    [Fact]
    public void Changes_of_other_fields_are_merged_each_with_its_own_history_row()
    {
        var result = Race([SessionFixture.Basic(("bodyCharset", "koi8-r")), SessionFixture.Texts(("noBody", "x"))], [SessionFixture.Basic(("maxIncomingSizeKB", 200))]);

        Assert.Equal(9, result.Revision);
        var basic = _fixture.Session.Settings.ReadBasic();
        Assert.Equal((200, "koi8-r"), (basic.MaxIncomingSizeKB, basic.BodyCharset));
        Assert.Equal(["basic.maxIncomingSizeKB"], _fixture.Session.Settings.ReadHistory()[0].Changes.Select(change => change.Path));
    }

    [Fact]
    public void A_merge_is_validated_again_and_the_result_reports_what_was_done()
    {
        _fixture.Apply(SessionFixture.Outgoing(("authentication", "OAuthService"), ("address", SessionFixture.Tenant)));

        var result = Race([SessionFixture.Outgoing(("clientId", SessionFixture.Client))], [SessionFixture.Outgoing(("authentication", "Anonymous"))]);

        Assert.Equal(["outgoingServer.address", "outgoingServer.clientId", "outgoingServer.authentication"], result.Changed.Select(change => change.Path));
        Assert.Null(_fixture.Session.Settings.ReadOutgoingServer().ClientId);
    }

    [Fact]
    public void A_secret_stored_meanwhile_for_the_old_host_is_not_sent_to_the_new_one()
    {
        _fixture.UseCertificate();
        _fixture.Apply(SessionFixture.Outgoing(("host", "old.example"), ("authentication", "Basic")));

        var refused = Assert.Throws<EmailSettingsException>(() =>
            Race([new ChangeStep.SetSecret(SecretPurpose.OutgoingPassword, SessionFixture.Secret())], [SessionFixture.Outgoing(("host", "new.example"))]));

        Assert.Equal(SettingsErrors.SecretRequiredAgain.Id, refused.Code.Id);
        Assert.Equal("old.example", _fixture.Session.Settings.ReadOutgoingServer().Host);
    }

    [Fact]
    public void A_server_added_meanwhile_under_the_same_name_is_not_overwritten()
    {
        var taken = Assert.Throws<EmailSettingsException>(() => Race([SessionFixture.NewServer("Contoso")], [SessionFixture.NewServer("CONTOSO")]));
        var either = Assert.Throws<EmailSettingsException>(() => Race(
            [SessionFixture.NewServer("Fabrikam")],
            [SessionFixture.Server("fabrikam", ServerMatch.Either, ("address", SessionFixture.OtherTenant), ("authentication", "OAuthUser"), ("clientId", SessionFixture.Client))]));

        Assert.Equal(SettingsErrors.IncomingServerNameTaken.Id, taken.Code.Id);
        Assert.Equal(StoreErrors.ChangedMeanwhile.Id, either.Code.Id);
        Assert.All(_fixture.Session.Settings.ReadIncomingServers(), server => Assert.Equal(new Uri(SessionFixture.Tenant), server.Address));
    }

    [Fact]
    public void A_server_changed_meanwhile_is_not_removed()
    {
        _fixture.Apply(SessionFixture.NewServer("Contoso"));

        var refused = Assert.Throws<EmailSettingsException>(() =>
            Race([SessionFixture.Server("Contoso", ServerMatch.Existing, ("clientId", SessionFixture.OtherClient))], [new ChangeStep.RemoveServer("Contoso")]));

        Assert.Equal(StoreErrors.ChangedMeanwhile.Id, refused.Code.Id);
        Assert.Single(_fixture.Session.Settings.ReadIncomingServers());
    }

    [Fact]
    public void A_server_removed_meanwhile_is_not_found()
    {
        _fixture.Apply(SessionFixture.NewServer("Contoso"));

        var refused = Assert.Throws<EmailSettingsException>(() =>
            Race([new ChangeStep.RemoveServer("Contoso")], [SessionFixture.Server("Contoso", ServerMatch.Existing, ("clientId", SessionFixture.OtherClient))]));

        Assert.Equal(SettingsErrors.IncomingServerNotFound.Id, refused.Code.Id);
    }

    [Fact]
    public void A_server_that_pruning_never_saw_is_not_pruned()
    {
        _fixture.Apply(SessionFixture.NewServer("Contoso"));

        var refused = Assert.Throws<EmailSettingsException>(() => Race([SessionFixture.NewServer("Fabrikam")], [new ChangeStep.KeepServers([])]));

        Assert.Equal(StoreErrors.ChangedMeanwhile.Id, refused.Code.Id);
        Assert.Equal(2, _fixture.Session.Settings.ReadIncomingServers().Count);
    }

    [Fact]
    public void A_new_server_with_its_secret_is_merged()
    {
        _fixture.UseCertificate();

        var result = Race(
            [SessionFixture.Texts(("noBody", "x"))],
            [SessionFixture.NewServer("Contoso", "OAuthService"), new ChangeStep.SetSecret(SecretPurpose.IncomingSecret("Contoso"), SessionFixture.Secret())]);

        Assert.Equal(_fixture.Session.Store.Describe().Revision, result.Revision);
        Assert.True(Assert.Single(_fixture.Session.Settings.ReadIncomingServers()).SecretState.IsSet);
    }

    public void Dispose()
    {
        _other.Dispose();
        _fixture.Dispose();
    }

    /// <summary>Makes the second change based on the state before the first.</summary>
    private ChangeResult Race(IReadOnlyList<ChangeStep> first, IReadOnlyList<ChangeStep> second) => _fixture.Session.Settings.Apply(
        new SettingsChange("second", second),
        SessionFixture.While(() => _other.Settings.Apply(new SettingsChange("first", first), new RecordingHost())));
}
