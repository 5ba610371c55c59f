using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Changes;

/// <summary>Two writers that read the same revision: what another one does between reading and writing.</summary>
public sealed class ConcurrentChangeTests : IDisposable
{
    private readonly Desk _desk = new();
    private readonly EmailSettingsSession _other;

    public ConcurrentChangeTests()
    {
        _other = _desk.Open();
        for (var size = 1; size <= 7; size++) _desk.Apply(Desk.Basic(("maxIncomingSizeKB", size)));
    }

    [Fact]
    public void The_second_of_two_writers_of_one_field_gets_a_conflict_and_writes_nothing()
    {
        var refused = Assert.Throws<EmailSettingsException>(() =>
            Race([Desk.Basic(("maxIncomingSizeKB", 100))], [Desk.Basic(("maxIncomingSizeKB", 200), ("bodyCharset", "koi8-r"))]));

        Assert.Equal(StoreErrors.ChangedMeanwhile.Id, refused.Code.Id);
        Assert.Equal(("basic.maxIncomingSizeKB", "7", 8L), (refused.Faults[0].Field, refused.Faults[0].Limit, refused.Faults[0].Value));
        var basic = _desk.Session.Settings.ReadBasic();
        Assert.Equal((100, "utf-8"), (basic.MaxIncomingSizeKB, basic.BodyCharset));
        Assert.Equal(8, _desk.Session.Store.Describe().Revision);
    }

    [Fact]
    public void Two_writers_of_the_same_new_value_conflict_all_the_same() =>
        Assert.Equal(StoreErrors.ChangedMeanwhile.Id, Assert.Throws<EmailSettingsException>(() =>
            Race([Desk.Basic(("maxIncomingSizeKB", 100))], [Desk.Basic(("maxIncomingSizeKB", 100))])).Code.Id);

    [Fact]
    public void Changes_of_other_fields_are_merged_each_with_its_own_history_row()
    {
        var result = Race([Desk.Basic(("bodyCharset", "koi8-r")), Desk.Texts(("noBody", "x"))], [Desk.Basic(("maxIncomingSizeKB", 200))]);

        Assert.Equal(9, result.Revision);
        var basic = _desk.Session.Settings.ReadBasic();
        Assert.Equal((200, "koi8-r"), (basic.MaxIncomingSizeKB, basic.BodyCharset));
        Assert.Equal(["basic.maxIncomingSizeKB"], _desk.Session.Settings.ReadHistory()[0].Changes.Select(change => change.Path));
    }

    [Fact]
    public void What_is_merged_is_checked_again_and_the_result_tells_what_was_really_done()
    {
        _desk.Apply(Desk.Outgoing(("authentication", "OAuthService"), ("address", Desk.Tenant)));

        var result = Race([Desk.Outgoing(("clientId", Desk.Client))], [Desk.Outgoing(("authentication", "Anonymous"))]);

        Assert.Equal(["outgoingServer.address", "outgoingServer.clientId", "outgoingServer.authentication"], result.Changed.Select(change => change.Path));
        Assert.Null(_desk.Session.Settings.ReadOutgoingServer().ClientId);
    }

    [Fact]
    public void A_secret_stored_meanwhile_for_the_old_host_is_not_taken_along_to_a_new_one()
    {
        _desk.UseCertificate();
        _desk.Apply(Desk.Outgoing(("host", "old.example"), ("authentication", "Basic")));

        var refused = Assert.Throws<EmailSettingsException>(() =>
            Race([new ChangeStep.SetSecret(SecretPurpose.OutgoingPassword, Desk.Secret())], [Desk.Outgoing(("host", "new.example"))]));

        Assert.Equal(SettingsErrors.SecretRequiredAgain.Id, refused.Code.Id);
        Assert.Equal("old.example", _desk.Session.Settings.ReadOutgoingServer().Host);
    }

    [Fact]
    public void A_server_added_meanwhile_under_the_same_name_is_not_overwritten()
    {
        var taken = Assert.Throws<EmailSettingsException>(() => Race([Desk.NewServer("Contoso")], [Desk.NewServer("CONTOSO")]));
        var either = Assert.Throws<EmailSettingsException>(() => Race(
            [Desk.NewServer("Fabrikam")],
            [Desk.Server("fabrikam", ServerMatch.Either, ("address", Desk.OtherTenant), ("authentication", "OAuthUser"), ("clientId", Desk.Client))]));

        Assert.Equal(SettingsErrors.IncomingServerNameTaken.Id, taken.Code.Id);
        Assert.Equal(StoreErrors.ChangedMeanwhile.Id, either.Code.Id);
        Assert.All(_desk.Session.Settings.ReadIncomingServers(), server => Assert.Equal(new Uri(Desk.Tenant), server.Address));
    }

    [Fact]
    public void A_server_changed_meanwhile_is_not_removed()
    {
        _desk.Apply(Desk.NewServer("Contoso"));

        var refused = Assert.Throws<EmailSettingsException>(() =>
            Race([Desk.Server("Contoso", ServerMatch.Existing, ("clientId", Desk.OtherClient))], [new ChangeStep.RemoveServer("Contoso")]));

        Assert.Equal(StoreErrors.ChangedMeanwhile.Id, refused.Code.Id);
        Assert.Single(_desk.Session.Settings.ReadIncomingServers());
    }

    [Fact]
    public void A_server_removed_meanwhile_is_not_found()
    {
        _desk.Apply(Desk.NewServer("Contoso"));

        var refused = Assert.Throws<EmailSettingsException>(() =>
            Race([new ChangeStep.RemoveServer("Contoso")], [Desk.Server("Contoso", ServerMatch.Existing, ("clientId", Desk.OtherClient))]));

        Assert.Equal(SettingsErrors.IncomingServerNotFound.Id, refused.Code.Id);
    }

    [Fact]
    public void A_server_that_pruning_never_saw_is_not_pruned()
    {
        _desk.Apply(Desk.NewServer("Contoso"));

        var refused = Assert.Throws<EmailSettingsException>(() => Race([Desk.NewServer("Fabrikam")], [new ChangeStep.KeepServers([])]));

        Assert.Equal(StoreErrors.ChangedMeanwhile.Id, refused.Code.Id);
        Assert.Equal(2, _desk.Session.Settings.ReadIncomingServers().Count);
    }

    [Fact]
    public void A_new_server_with_its_secret_is_merged()
    {
        _desk.UseCertificate();

        var result = Race(
            [Desk.Texts(("noBody", "x"))],
            [Desk.NewServer("Contoso", "OAuthService"), new ChangeStep.SetSecret(SecretPurpose.IncomingSecret("Contoso"), Desk.Secret())]);

        Assert.Equal(_desk.Session.Store.Describe().Revision, result.Revision);
        Assert.True(Assert.Single(_desk.Session.Settings.ReadIncomingServers()).SecretState.IsSet);
    }

    public void Dispose()
    {
        _other.Dispose();
        _desk.Dispose();
    }

    /// <summary>Makes the second change from a state that the first one leaves behind.</summary>
    private ChangeResult Race(IReadOnlyList<ChangeStep> first, IReadOnlyList<ChangeStep> second) => _desk.Session.Settings.Apply(
        new SettingsChange("second", second),
        Desk.While(() => _other.Settings.Apply(new SettingsChange("first", first), new RecordingHost())));
}
