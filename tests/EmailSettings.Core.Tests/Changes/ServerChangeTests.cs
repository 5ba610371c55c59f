using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Changes;

public sealed class ServerChangeTests : IDisposable
{
    private readonly Desk _desk = new();

    [Fact]
    public void A_server_is_added_changed_and_removed()
    {
        _desk.Apply(Desk.NewServer("Contoso"));
        _desk.Apply(Desk.Server("CONTOSO", ServerMatch.Existing, ("clientId", Desk.OtherClient)));

        var server = _desk.Session.Settings.ReadIncomingServer("contoso");
        Assert.Equal(("Contoso", new Uri(Desk.Tenant), IncomingAuthentication.OAuthUser, (Guid?)Guid.Parse(Desk.OtherClient)),
            (server.Name, server.Address, server.Authentication, server.ClientId));

        var removed = _desk.Apply(new ChangeStep.RemoveServer("cOnToSo"));
        Assert.All(removed.Changed, change => Assert.Null(change.To));
        Assert.Equal(["address", "authentication", "clientId", "name"], removed.Changed.Select(change => change.Path.Split('.')[1]));
        Assert.Equal(SettingsWarnings.QueuesNameServer.Id, Assert.Single(removed.Warnings).Id);
        Assert.Empty(_desk.Session.Settings.ReadIncomingServers());
    }

    [Fact]
    public void A_new_server_needs_address_authentication_and_client_id() => Assert.Equal(
        ["incomingServers[Contoso].address", "incomingServers[Contoso].authentication", "incomingServers[Contoso].clientId"],
        _desk.Refused(Desk.Server("Contoso", ServerMatch.New)).Select(fault =>
        {
            Assert.Equal(SettingsErrors.ValueRequired.Id, fault.Id);
            return fault.Field!;
        }));

    [Fact]
    public void A_field_given_and_refused_is_not_missing_too()
    {
        var faults = _desk.Refused(Desk.Server("Contoso", ServerMatch.New, ("address", "http://x"), ("authentication", "Basic"), ("clientId", "x"), ("secret", Desk.Secret())));

        Assert.Equal(["AddressNotHttps", "ChoiceUnknown", "ValueTypeWrong"], faults.Select(fault => fault.Id));
    }

    [Fact]
    public void Names_are_unique_without_case_and_in_every_composition()
    {
        _desk.Apply(Desk.NewServer("Müller"));

        foreach (var same in new[] { "müller", "MÜLLER", "Mu\u0308ller", " Müller " }) _desk.RefusedFor(SettingsErrors.IncomingServerNameTaken, Desk.NewServer(same));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("[x]")]
    [InlineData("-rf")]
    [InlineData("a'b\"c;--")]
    [InlineData("الخادم 😀")]
    public void Names_of_any_sort_are_kept_found_renamed_and_removed_literally(string name)
    {
        _desk.Apply(Desk.NewServer("x"), Desk.NewServer(name));

        Assert.Equal(name, _desk.Session.Settings.ReadIncomingServer(name).Name);
        _desk.Apply(new ChangeStep.RenameServer(name, name + "2"));
        _desk.Apply(new ChangeStep.RemoveServer(name + "2"));
        Assert.Equal("x", Assert.Single(_desk.Session.Settings.ReadIncomingServers()).Name);
    }

    [Fact]
    public void A_name_that_is_none_is_refused_together_with_the_faults_of_its_fields()
    {
        var faults = _desk.Refused(Desk.Server("a\nb", ServerMatch.New, ("address", "http://x"), ("nonsense", 1)));

        Assert.Equal(["TextHoldsControl", "AddressNotHttps", "FieldUnknown"], faults.Select(fault => fault.Id));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("")]
    [InlineData("\ud83d")]
    public void A_server_that_is_not_there_is_not_found(string name)
    {
        _desk.RefusedFor(SettingsErrors.IncomingServerNotFound, new ChangeStep.RemoveServer(name));
        _desk.RefusedFor(SettingsErrors.IncomingServerNotFound, new ChangeStep.RenameServer(name, "other"));
        Refusal(() => _desk.Session.Settings.ReadIncomingServer(name));
    }

    [Fact]
    public void Renaming_keeps_identity_and_secret_and_warns_of_queues()
    {
        _desk.UseCertificate();
        _desk.Apply(Desk.NewServer("old", "OAuthService"), new ChangeStep.SetSecret(SecretPurpose.IncomingSecret("old"), Desk.Secret("s3cret")));
        var before = _desk.Session.Settings.ReadIncomingServer("old");

        var result = _desk.Apply(new ChangeStep.RenameServer("OLD", "new"));

        Assert.Equal([new FieldChange("incomingServers[old].name", "old", "new")], result.Changed);
        Assert.Equal(SettingsWarnings.QueuesNameServer.Id, Assert.Single(result.Warnings).Id);
        Assert.Equal(before with { Name = "new" }, _desk.Session.Settings.ReadIncomingServer("new"));
        using var secrets = _desk.Session.Secrets.Open();
        using var text = secrets.UnprotectStored(SecretPurpose.IncomingSecret("new"), new RecordingHost());
        Assert.Equal("s3cret", text.Reveal());
    }

    [Fact]
    public void A_server_can_be_renamed_in_case_only_but_not_to_another_ones_name()
    {
        _desk.Apply(Desk.NewServer("a"), Desk.NewServer("b"));

        _desk.Apply(new ChangeStep.RenameServer("a", "A"));
        _desk.RefusedFor(SettingsErrors.IncomingServerNameTaken, new ChangeStep.RenameServer("A", "B"));

        Assert.Equal(["A", "b"], _desk.Session.Settings.ReadIncomingServers().Select(server => server.Name));
    }

    [Fact]
    public void A_name_that_one_change_frees_can_be_taken_in_the_same_change()
    {
        _desk.Apply(Desk.NewServer("a"), Desk.NewServer("b"));
        var b = _desk.Session.Settings.ReadIncomingServer("b").Id;

        _desk.Apply(new ChangeStep.RemoveServer("a"), new ChangeStep.RenameServer("b", "a"));
        Assert.Equal(b, Assert.Single(_desk.Session.Settings.ReadIncomingServers()).Id);

        _desk.Apply(new ChangeStep.RenameServer("a", "z"), Desk.NewServer("a"));
        Assert.Equal(["a", "z"], _desk.Session.Settings.ReadIncomingServers().Select(server => server.Name));
    }

    [Fact]
    public void Keeping_some_servers_removes_the_others_with_their_secrets()
    {
        _desk.UseCertificate();
        _desk.Apply(Desk.NewServer("a", "OAuthService"), Desk.NewServer("b", "OAuthService"), new ChangeStep.SetSecret(SecretPurpose.IncomingSecret("b"), Desk.Secret()));

        _desk.Apply(new ChangeStep.KeepServers(["A"]));

        Assert.Equal("a", Assert.Single(_desk.Session.Settings.ReadIncomingServers()).Name);
        Assert.DoesNotContain(_desk.Session.Secrets.List(), secret => secret.IsSet);
    }

    public void Dispose() => _desk.Dispose();

    private static void Refusal(Action action) =>
        Assert.Equal(SettingsErrors.IncomingServerNotFound.Id, Assert.Throws<EmailSettingsException>(action).Code.Id);
}
