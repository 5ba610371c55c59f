using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Validation;

/// <summary>A stored secret goes only where it was entered for.</summary>
public sealed class SecretTargetTests : IDisposable
{
    private readonly Desk _desk = new();

    public SecretTargetTests() => _desk.UseCertificate();

    [Theory]
    [InlineData("host", "other.example")]
    [InlineData("host", null)]
    [InlineData("port", 2525)]
    [InlineData("useSsl", false)]
    public void Another_target_asks_for_the_outgoing_password_again(string field, object? value)
    {
        _desk.Apply(Desk.Outgoing(("host", "smtp.example"), ("port", 587), ("useSsl", true), ("authentication", "Basic"), ("serverUser", "me"), ("password", Desk.Secret())));

        Assert.Equal(field, _desk.RefusedFor(SettingsErrors.SecretRequiredAgain, Desk.Outgoing((field, value))).Detail);
        _desk.Apply(Desk.Outgoing((field, value), ("password", Desk.Secret())));
    }

    [Theory]
    [InlineData("host", "other.example")]
    [InlineData("port", 465)]
    [InlineData("useSsl", false)]
    [InlineData("address", Desk.OtherTenant)]
    [InlineData("clientId", Desk.OtherClient)]
    [InlineData("clientId", null)]
    public void Another_target_asks_for_the_outgoing_client_secret_again(string field, object? value)
    {
        _desk.Apply(Desk.Outgoing(("host", "smtp.example"), ("port", 587), ("useSsl", true), ("authentication", "OAuthService"), ("serverUser", "me"),
            ("address", Desk.Tenant), ("clientId", Desk.Client), ("secret", Desk.Secret())));

        Assert.Equal(field, _desk.RefusedFor(SettingsErrors.SecretRequiredAgain, Desk.Outgoing((field, value))).Detail);
        _desk.Apply(Desk.Outgoing((field, value), ("secret", null)));
    }

    [Theory]
    [InlineData("address", Desk.OtherTenant)]
    [InlineData("address", "https://login.microsoftonline.us/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718")]
    [InlineData("clientId", Desk.OtherClient)]
    public void Another_target_asks_for_an_incoming_client_secret_again(string field, string value)
    {
        var purpose = SecretPurpose.IncomingSecret("a");
        _desk.Apply(Desk.NewServer("a", "OAuthService"), new ChangeStep.SetSecret(purpose, Desk.Secret()));

        _desk.RefusedFor(SettingsErrors.SecretRequiredAgain, Desk.Server("a", ServerMatch.Existing, (field, value)));
        _desk.Apply(Desk.Server("a", ServerMatch.Existing, (field, value)), new ChangeStep.SetSecret(purpose, Desk.Secret("new")));

        Assert.True(Assert.Single(_desk.Session.Secrets.List(), secret => secret.IsSet).Decrypts);
    }

    [Fact]
    public void Resetting_the_host_is_another_target_too()
    {
        _desk.Apply(Desk.Outgoing(("host", "smtp.example"), ("authentication", "Basic"), ("password", Desk.Secret())));

        _desk.RefusedFor(SettingsErrors.SecretRequiredAgain, new ChangeStep.Reset(SettingBlocks.Outgoing, ["host"]));
        _desk.Apply(new ChangeStep.Reset(SettingBlocks.Outgoing));
        Assert.False(_desk.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);
    }

    [Fact]
    public void What_is_no_target_can_change_and_the_secret_stays()
    {
        _desk.Apply(Desk.Outgoing(("host", "smtp.example"), ("authentication", "Basic"), ("password", Desk.Secret())));

        _desk.Apply(Desk.Outgoing(("host", "SMTP.example"), ("serverUser", "other"), ("enabled", true), ("maxRecipients", 3)));

        Assert.True(_desk.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);
    }

    [Fact]
    public void Secrets_are_masked_in_results_and_history()
    {
        var set = _desk.Apply(Desk.Outgoing(("authentication", "Basic"), ("password", Desk.Secret("Tr0ub4dor&3"))));
        _desk.Apply(new ChangeStep.SetSecret(SecretPurpose.OutgoingPassword, Desk.Secret("Tr0ub4dor&4")));
        _desk.Apply(new ChangeStep.RemoveSecret(SecretPurpose.OutgoingPassword));
        _desk.Apply(new ChangeStep.SetSecret(SecretPurpose.SmsPassword, Desk.Secret("Tr0ub4dor&5")));

        Assert.Contains(new FieldChange("outgoingServer.password", null, "***"), set.Changed);
        var history = _desk.Session.Settings.ReadHistory();
        Assert.Equal([new FieldChange("smsServer.password", null, "***")], history[0].Changes);
        Assert.Equal([new FieldChange("outgoingServer.password", "***", null)], history[1].Changes);
        Assert.Equal([new FieldChange("outgoingServer.password", "***", "***")], history[2].Changes);
        Assert.DoesNotContain("Tr0ub4dor", string.Join(' ', history.SelectMany(row => row.Changes)), StringComparison.Ordinal);
        Assert.DoesNotContain("CMS", string.Join(' ', history.SelectMany(row => row.Changes)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_plaintext_is_nowhere_in_the_files_of_the_store()
    {
        _desk.Apply(Desk.Outgoing(("authentication", "Basic"), ("password", Desk.Secret("Tr0ub4dor&3"))));
        _desk.Session.Dispose();

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_desk.File)!))
            Assert.False(System.IO.File.ReadAllBytes(file).AsSpan().IndexOf("Tr0ub4dor"u8) >= 0, file);
    }

    [Fact]
    public void Removing_what_is_not_stored_is_not_found() =>
        _desk.RefusedFor(SecretErrors.SecretNotFound, new ChangeStep.RemoveSecret(SecretPurpose.SmsPassword));

    [Fact]
    public void An_expired_certificate_protects_with_a_warning()
    {
        _desk.UseCertificate(toDays: -10);

        var result = _desk.Apply(new ChangeStep.SetSecret(SecretPurpose.SmsPassword, Desk.Secret()));

        Assert.Equal(SecretErrors.CertificateExpired.Id, Assert.Single(result.Warnings).Id);
        Assert.True(_desk.Session.Settings.ReadAll().SmsServer.PasswordState.IsSet);
    }

    [Fact]
    public void Without_a_certificate_no_secret_can_be_stored()
    {
        using var bare = new Desk();

        bare.RefusedFor(SecretErrors.CertificateNotChosen, new ChangeStep.SetSecret(SecretPurpose.SmsPassword, Desk.Secret()));
    }

    public void Dispose() => _desk.Dispose();
}
