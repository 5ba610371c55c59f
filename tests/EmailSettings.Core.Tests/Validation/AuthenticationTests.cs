using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Validation;

/// <summary>Which fields belong to which authentication.</summary>
public sealed class AuthenticationTests : IDisposable
{
    private readonly SessionFixture _fixture = new();

    [Theory]
    [InlineData("Anonymous", "password address clientId secret secretExpires")]
    [InlineData("Basic", "address clientId secret secretExpires")]
    [InlineData("OAuthService", "password")]
    public void Each_field_that_the_authentication_forbids_is_a_fault(string authentication, string forbidden)
    {
        var faults = _fixture.Refused(SessionFixture.Outgoing(
            ("authentication", authentication), ("password", SessionFixture.Secret()), ("address", SessionFixture.Tenant), ("clientId", SessionFixture.Client), ("secret", SessionFixture.Secret()), ("secretExpires", "2027-01-01")));

        // The certificate is missing as well, for the secrets that are accepted.
        var notAllowed = faults.Where(fault => fault.Id == SettingsErrors.FieldNotForAuthentication.Id).Select(fault => fault.Field!.Split('.')[1]);
        Assert.Equal(forbidden.Split(' ').Order(), notAllowed.Order());
    }

    [Fact]
    public void A_field_that_only_the_stored_authentication_forbids_is_the_same_fault() =>
        _fixture.RefusedFor(SettingsErrors.FieldNotForAuthentication, SessionFixture.Outgoing(("clientId", SessionFixture.Client)));

    [Fact]
    public void A_secret_passed_in_by_purpose_is_forbidden_like_its_field()
    {
        _fixture.UseCertificate();

        _fixture.RefusedFor(SettingsErrors.FieldNotForAuthentication, new ChangeStep.SetSecret(SecretPurpose.OutgoingPassword, SessionFixture.Secret()));
        _fixture.RefusedFor(SettingsErrors.FieldNotForAuthentication, new ChangeStep.SetSecret(SecretPurpose.OutgoingSecret, SessionFixture.Secret()));
        _fixture.RefusedFor(SettingsErrors.FieldNotForAuthentication, SessionFixture.NewServer("user"), new ChangeStep.SetSecret(SecretPurpose.IncomingSecret("user"), SessionFixture.Secret()));
    }

    [Fact]
    public void An_invalid_authentication_causes_no_further_faults() =>
        _fixture.RefusedFor(SettingsErrors.ChoiceUnknown, SessionFixture.Outgoing(("enabled", true), ("host", "a"), ("authentication", "Basik"), ("serverUser", null), ("clientId", SessionFixture.Client)));

    [Theory]
    [InlineData("Anonymous", "host")]
    [InlineData("Basic", "host serverUser")]
    [InlineData("OAuthService", "host serverUser address clientId")]
    public void An_enabled_server_needs_the_fields_of_its_authentication(string authentication, string required)
    {
        var faults = _fixture.Refused(SessionFixture.Outgoing(("enabled", true), ("authentication", authentication)));

        Assert.All(faults, fault => Assert.Equal(SettingsErrors.ValueRequired.Id, fault.Id));
        Assert.Equal(required.Split(' '), faults.Select(fault => fault.Field!.Split('.')[1]));
    }

    [Fact]
    public void A_disabled_server_needs_nothing() => _fixture.Apply(SessionFixture.Outgoing(("authentication", "OAuthService")));

    [Fact]
    public void A_needed_field_cannot_be_cleared_while_enabled()
    {
        _fixture.Apply(SessionFixture.Outgoing(("enabled", true), ("host", "a")));

        Assert.Equal("outgoingServer.host", _fixture.RefusedFor(SettingsErrors.ValueRequired, SessionFixture.Outgoing(("host", null))).Field);
        _fixture.Apply(SessionFixture.Outgoing(("host", null), ("enabled", false)));
    }

    [Fact]
    public void Changing_the_outgoing_authentication_removes_what_it_forbids_in_the_same_change_and_names_it()
    {
        _fixture.UseCertificate();
        _fixture.Apply(SessionFixture.Outgoing(("host", "a"), ("authentication", "OAuthService"), ("serverUser", "me"), ("address", SessionFixture.Tenant), ("clientId", SessionFixture.Client),
            ("secret", SessionFixture.Secret()), ("secretExpires", "2030-01-01")));

        var result = _fixture.Apply(SessionFixture.Outgoing(("authentication", "Basic"), ("password", SessionFixture.Secret()), ("useSsl", true), ("host", "elsewhere")));

        var removed = Assert.Single(result.Warnings);
        Assert.Equal((SettingsWarnings.FieldsRemoved.Id, "address, clientId, secret, secretExpires"), (removed.Id, removed.Value));
        var outgoing = _fixture.Session.Settings.ReadOutgoingServer();
        Assert.Equal((null, null, null, false, true), (outgoing.Address, outgoing.ClientId, outgoing.SecretExpires, outgoing.SecretState.IsSet, outgoing.PasswordState.IsSet));
        Assert.Contains(new FieldChange("outgoingServer.secret", FieldChange.Masked, null), result.Changed);

        var anonymous = _fixture.Apply(SessionFixture.Outgoing(("authentication", "Anonymous")));
        Assert.Equal("password", Assert.Single(anonymous.Warnings).Value);
        Assert.False(_fixture.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);
    }

    [Fact]
    public void Changing_an_incoming_authentication_to_OAuthUser_removes_the_secret_and_its_expiry()
    {
        _fixture.UseCertificate();
        _fixture.Apply(SessionFixture.NewServer("a", "OAuthService"), SessionFixture.Server("a", ServerMatch.Existing, ("secret", SessionFixture.Secret()), ("secretExpires", "2030-01-01")));

        var result = _fixture.Apply(SessionFixture.Server("a", ServerMatch.Existing, ("authentication", "OAuthUser")));

        Assert.Equal("secret, secretExpires", Assert.Single(result.Warnings).Value);
        Assert.Equal(SecretState.NotSet, _fixture.Session.Settings.ReadIncomingServer("a").SecretState);
    }

    [Fact]
    public void A_missing_secret_is_a_warning_and_not_a_fault()
    {
        Assert.Equal(["Secret.NotSet"], Ids(_fixture.Apply(SessionFixture.NewServer("a", "OAuthService"))));
        Assert.Empty(Ids(_fixture.Apply(SessionFixture.NewServer("b"))));
        Assert.Equal(["Secret.NotSet"], Ids(_fixture.Apply(SessionFixture.Outgoing(("authentication", "Basic"), ("useSsl", true)))));
        Assert.Equal(["Secret.NotSet"], Ids(_fixture.Apply(SessionFixture.Outgoing(("authentication", "OAuthService")))));
    }

    [Fact]
    public void Basic_without_TLS_is_a_warning_each_time_it_is_saved()
    {
        Assert.Contains("BasicWithoutSsl", Ids(_fixture.Apply(SessionFixture.Outgoing(("authentication", "Basic")))));
        Assert.Contains("BasicWithoutSsl", Ids(_fixture.Apply(SessionFixture.Outgoing(("maxRecipients", 5)))));
        Assert.DoesNotContain("BasicWithoutSsl", Ids(_fixture.Apply(SessionFixture.Outgoing(("useSsl", true)))));
        Assert.DoesNotContain("BasicWithoutSsl", Ids(_fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 5)))));
    }

    [Fact]
    public void A_limit_above_the_fixed_cap_is_a_warning_and_is_kept()
    {
        Assert.Empty(Ids(_fixture.Apply(SessionFixture.Outgoing(("maxEmailSizeMB", 100), ("maxAttachmentSizeMB", 10)))));
        Assert.Equal(["Limits.AboveFixedCap", "Limits.AboveFixedCap"], Ids(_fixture.Apply(SessionFixture.Outgoing(("maxEmailSizeMB", 101), ("maxAttachmentSizeMB", 11)))));
        Assert.Equal(101, _fixture.Session.Settings.ReadOutgoingServer().MaxEmailSizeMB);
    }

    public void Dispose() => _fixture.Dispose();

    private static IEnumerable<string> Ids(ChangeResult result) => result.Warnings.Select(warning => warning.Id);
}
