using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Validation;

/// <summary>A stored secret is sent only where it was entered for.</summary>
public sealed class SecretTargetTests : IDisposable
{
    private readonly SessionFixture _fixture = new();

    public SecretTargetTests() => _fixture.UseCertificate();

    [Theory]
    [InlineData("host", "other.example")]
    [InlineData("host", null)]
    [InlineData("port", 2525)]
    [InlineData("useSsl", false)]
    public void Another_target_asks_for_the_outgoing_password_again(string field, object? value)
    {
        _fixture.Apply(SessionFixture.Outgoing(("host", "smtp.example"), ("port", 587), ("useSsl", true), ("authentication", "Basic"), ("serverUser", "me"), ("password", SessionFixture.Secret())));

        Assert.Equal(field, _fixture.RefusedFor(SettingsErrors.SecretRequiredAgain, SessionFixture.Outgoing((field, value))).Detail);
        _fixture.Apply(SessionFixture.Outgoing((field, value), ("password", SessionFixture.Secret())));
    }

    [Theory]
    [InlineData("host", "other.example")]
    [InlineData("port", 465)]
    [InlineData("useSsl", false)]
    [InlineData("address", SessionFixture.OtherTenant)]
    [InlineData("clientId", SessionFixture.OtherClient)]
    [InlineData("clientId", null)]
    public void Another_target_asks_for_the_outgoing_client_secret_again(string field, object? value)
    {
        _fixture.Apply(SessionFixture.Outgoing(("host", "smtp.example"), ("port", 587), ("useSsl", true), ("authentication", "OAuthService"), ("serverUser", "me"),
            ("address", SessionFixture.Tenant), ("clientId", SessionFixture.Client), ("secret", SessionFixture.Secret())));

        Assert.Equal(field, _fixture.RefusedFor(SettingsErrors.SecretRequiredAgain, SessionFixture.Outgoing((field, value))).Detail);
        _fixture.Apply(SessionFixture.Outgoing((field, value), ("secret", null)));
    }

    [Theory]
    [InlineData("address", SessionFixture.OtherTenant)]
    [InlineData("address", "https://login.microsoftonline.us/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718")]
    [InlineData("clientId", SessionFixture.OtherClient)]
    public void Another_target_asks_for_an_incoming_client_secret_again(string field, string value)
    {
        var purpose = SecretPurpose.IncomingSecret("a");
        _fixture.Apply(SessionFixture.NewServer("a", "OAuthService"), new ChangeStep.SetSecret(purpose, SessionFixture.Secret()));

        _fixture.RefusedFor(SettingsErrors.SecretRequiredAgain, SessionFixture.Server("a", ServerMatch.Existing, (field, value)));
        _fixture.Apply(SessionFixture.Server("a", ServerMatch.Existing, (field, value)), new ChangeStep.SetSecret(purpose, SessionFixture.Secret("new")));

        Assert.True(Assert.Single(_fixture.Session.Secrets.List(), secret => secret.IsSet).Decrypts);
    }

    [Fact]
    public void Resetting_the_host_is_another_target_too()
    {
        _fixture.Apply(SessionFixture.Outgoing(("host", "smtp.example"), ("authentication", "Basic"), ("password", SessionFixture.Secret())));

        _fixture.RefusedFor(SettingsErrors.SecretRequiredAgain, new ChangeStep.Reset(SettingBlocks.Outgoing, ["host"]));
        _fixture.Apply(new ChangeStep.Reset(SettingBlocks.Outgoing));
        Assert.False(_fixture.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);
    }

    [Fact]
    public void Other_fields_can_change_and_the_secret_is_kept()
    {
        _fixture.Apply(SessionFixture.Outgoing(("host", "smtp.example"), ("authentication", "Basic"), ("password", SessionFixture.Secret())));

        _fixture.Apply(SessionFixture.Outgoing(("host", "SMTP.example"), ("serverUser", "other"), ("enabled", true), ("maxRecipients", 3)));

        Assert.True(_fixture.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);
    }

    [Fact]
    public void Secrets_are_masked_in_results_and_history()
    {
        var set = _fixture.Apply(SessionFixture.Outgoing(("authentication", "Basic"), ("password", SessionFixture.Secret("Tr0ub4dor&3"))));
        _fixture.Apply(new ChangeStep.SetSecret(SecretPurpose.OutgoingPassword, SessionFixture.Secret("Tr0ub4dor&4")));
        _fixture.Apply(new ChangeStep.RemoveSecret(SecretPurpose.OutgoingPassword));
        _fixture.Apply(new ChangeStep.SetSecret(SecretPurpose.SmsPassword, SessionFixture.Secret("Tr0ub4dor&5")));

        Assert.Contains(new FieldChange("outgoingServer.password", null, "***"), set.Changed);
        var history = _fixture.Session.Settings.ReadHistory();
        Assert.Equal([new FieldChange("smsServer.password", null, "***")], history[0].Changes);
        Assert.Equal([new FieldChange("outgoingServer.password", "***", null)], history[1].Changes);
        Assert.Equal([new FieldChange("outgoingServer.password", "***", "***")], history[2].Changes);
        Assert.DoesNotContain("Tr0ub4dor", string.Join(' ', history.SelectMany(row => row.Changes)), StringComparison.Ordinal);
        Assert.DoesNotContain("CMS", string.Join(' ', history.SelectMany(row => row.Changes)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_stores_files_do_not_contain_the_plaintext()
    {
        _fixture.Apply(SessionFixture.Outgoing(("authentication", "Basic"), ("password", SessionFixture.Secret("Tr0ub4dor&3"))));
        _fixture.Session.Dispose();

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_fixture.File)!))
            Assert.False(System.IO.File.ReadAllBytes(file).AsSpan().IndexOf("Tr0ub4dor"u8) >= 0, file);
    }

    [Fact]
    public void Removing_a_secret_that_is_not_stored_is_not_found() =>
        _fixture.RefusedFor(SecretErrors.SecretNotFound, new ChangeStep.RemoveSecret(SecretPurpose.SmsPassword));

    [Fact]
    public void An_expired_certificate_protects_with_a_warning()
    {
        _fixture.UseCertificate(toDays: -10);

        var result = _fixture.Apply(new ChangeStep.SetSecret(SecretPurpose.SmsPassword, SessionFixture.Secret()));

        Assert.Equal(SecretErrors.CertificateExpired.Id, Assert.Single(result.Warnings).Id);
        Assert.True(_fixture.Session.Settings.ReadAll().SmsServer.PasswordState.IsSet);
    }

    [Fact]
    public void Without_a_certificate_no_secret_can_be_stored()
    {
        using var bare = new SessionFixture();

        bare.RefusedFor(SecretErrors.CertificateNotChosen, new ChangeStep.SetSecret(SecretPurpose.SmsPassword, SessionFixture.Secret()));
    }

    public void Dispose() => _fixture.Dispose();
}
