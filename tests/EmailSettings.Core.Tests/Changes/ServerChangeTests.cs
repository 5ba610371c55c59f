using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Changes;

public sealed class ServerChangeTests : IDisposable
{
    private readonly SessionFixture _fixture = new();

    [Fact]
    public void A_server_is_added_changed_and_removed()
    {
        _fixture.Apply(SessionFixture.NewServer("Contoso"));
        _fixture.Apply(SessionFixture.Server("CONTOSO", ServerMatch.Existing, ("clientId", SessionFixture.OtherClient)));

        var server = _fixture.Session.Settings.ReadIncomingServer("contoso");
        Assert.Equal(("Contoso", new Uri(SessionFixture.Tenant), IncomingAuthentication.OAuthUser, (Guid?)Guid.Parse(SessionFixture.OtherClient)),
            (server.Name, server.Address, server.Authentication, server.ClientId));

        var removed = _fixture.Apply(new ChangeStep.RemoveServer("cOnToSo"));
        Assert.All(removed.Changed, change => Assert.Null(change.To));
        Assert.Equal(["address", "authentication", "clientId", "name"], removed.Changed.Select(change => change.Path.Split('.')[1]));
        Assert.Equal(SettingsWarnings.QueuesNameServer.Id, Assert.Single(removed.Warnings).Id);
        Assert.Empty(_fixture.Session.Settings.ReadIncomingServers());
    }

    [Fact]
    public void A_new_server_needs_address_authentication_and_client_id() => Assert.Equal(
        ["incomingServers[Contoso].address", "incomingServers[Contoso].authentication", "incomingServers[Contoso].clientId"],
        _fixture.Refused(SessionFixture.Server("Contoso", ServerMatch.New)).Select(fault =>
        {
            Assert.Equal(SettingsErrors.ValueRequired.Id, fault.Id);
            return fault.Field!;
        }));

    [Fact]
    public void A_refused_field_is_not_also_reported_as_missing()
    {
        var faults = _fixture.Refused(SessionFixture.Server("Contoso", ServerMatch.New, ("address", "http://x"), ("authentication", "Basic"), ("clientId", "x"), ("secret", SessionFixture.Secret())));

        Assert.Equal(["AddressNotHttps", "ChoiceUnknown", "ValueTypeWrong"], faults.Select(fault => fault.Id));
    }

    [Fact]
    public void Names_are_unique_regardless_of_case_and_composition()
    {
        _fixture.Apply(SessionFixture.NewServer("Müller"));

        foreach (var same in new[] { "müller", "MÜLLER", "Mu\u0308ller", " Müller " }) _fixture.RefusedFor(SettingsErrors.IncomingServerNameTaken, SessionFixture.NewServer(same));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("[x]")]
    [InlineData("-rf")]
    [InlineData("a'b\"c;--")]
    [InlineData("الخادم 😀")]
    public void Names_of_any_sort_are_kept_found_renamed_and_removed_literally(string name)
    {
        _fixture.Apply(SessionFixture.NewServer("x"), SessionFixture.NewServer(name));

        Assert.Equal(name, _fixture.Session.Settings.ReadIncomingServer(name).Name);
        _fixture.Apply(new ChangeStep.RenameServer(name, name + "2"));
        _fixture.Apply(new ChangeStep.RemoveServer(name + "2"));
        Assert.Equal("x", Assert.Single(_fixture.Session.Settings.ReadIncomingServers()).Name);
    }

    [Fact]
    public void An_invalid_name_is_refused_together_with_the_faults_of_its_fields()
    {
        var faults = _fixture.Refused(SessionFixture.Server("a\nb", ServerMatch.New, ("address", "http://x"), ("nonsense", 1)));

        Assert.Equal(["TextHoldsControl", "AddressNotHttps", "FieldUnknown"], faults.Select(fault => fault.Id));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("")]
    [InlineData("\ud83d")]
    public void A_server_that_does_not_exist_is_not_found(string name)
    {
        _fixture.RefusedFor(SettingsErrors.IncomingServerNotFound, new ChangeStep.RemoveServer(name));
        _fixture.RefusedFor(SettingsErrors.IncomingServerNotFound, new ChangeStep.RenameServer(name, "other"));
        Refusal(() => _fixture.Session.Settings.ReadIncomingServer(name));
    }

    [Fact]
    public void Renaming_keeps_identity_and_secret_and_warns_of_queues()
    {
        _fixture.UseCertificate();
        _fixture.Apply(SessionFixture.NewServer("old", "OAuthService"), new ChangeStep.SetSecret(SecretPurpose.IncomingSecret("old"), SessionFixture.Secret("s3cret")));
        var before = _fixture.Session.Settings.ReadIncomingServer("old");

        var result = _fixture.Apply(new ChangeStep.RenameServer("OLD", "new"));

        Assert.Equal([new FieldChange("incomingServers[old].name", "old", "new")], result.Changed);
        Assert.Equal(SettingsWarnings.QueuesNameServer.Id, Assert.Single(result.Warnings).Id);
        Assert.Equal(before with { Name = "new" }, _fixture.Session.Settings.ReadIncomingServer("new"));
        using var secrets = _fixture.Session.Secrets.Open();
        using var text = secrets.UnprotectStored(SecretPurpose.IncomingSecret("new"), new RecordingHost());
        Assert.Equal("s3cret", text.Reveal());
    }

    [Fact]
    public void A_server_can_be_renamed_in_case_only_but_not_to_another_ones_name()
    {
        _fixture.Apply(SessionFixture.NewServer("a"), SessionFixture.NewServer("b"));

        _fixture.Apply(new ChangeStep.RenameServer("a", "A"));
        _fixture.RefusedFor(SettingsErrors.IncomingServerNameTaken, new ChangeStep.RenameServer("A", "B"));

        Assert.Equal(["A", "b"], _fixture.Session.Settings.ReadIncomingServers().Select(server => server.Name));
    }

    [Fact]
    public void A_name_that_one_change_frees_can_be_taken_in_the_same_change()
    {
        _fixture.Apply(SessionFixture.NewServer("a"), SessionFixture.NewServer("b"));
        var b = _fixture.Session.Settings.ReadIncomingServer("b").Id;

        _fixture.Apply(new ChangeStep.RemoveServer("a"), new ChangeStep.RenameServer("b", "a"));
        Assert.Equal(b, Assert.Single(_fixture.Session.Settings.ReadIncomingServers()).Id);

        _fixture.Apply(new ChangeStep.RenameServer("a", "z"), SessionFixture.NewServer("a"));
        Assert.Equal(["a", "z"], _fixture.Session.Settings.ReadIncomingServers().Select(server => server.Name));
    }

    [Fact]
    public void Keeping_some_servers_removes_the_others_with_their_secrets()
    {
        _fixture.UseCertificate();
        _fixture.Apply(SessionFixture.NewServer("a", "OAuthService"), SessionFixture.NewServer("b", "OAuthService"), new ChangeStep.SetSecret(SecretPurpose.IncomingSecret("b"), SessionFixture.Secret()));

        _fixture.Apply(new ChangeStep.KeepServers(["A"]));

        Assert.Equal("a", Assert.Single(_fixture.Session.Settings.ReadIncomingServers()).Name);
        Assert.DoesNotContain(_fixture.Session.Secrets.List(), secret => secret.IsSet);
    }

    public void Dispose() => _fixture.Dispose();

    private static void Refusal(Action action) =>
        Assert.Equal(SettingsErrors.IncomingServerNotFound.Id, Assert.Throws<EmailSettingsException>(action).Code.Id);
}
