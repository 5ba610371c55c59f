using EmailSettings.Core.Changes;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Tests.Secrets;

namespace EmailSettings.Core.Tests.Operations;

/// <summary>A secret is stored for the target that whoever entered it saw, or not at all.</summary>
public sealed class ShownTargetTests : IDisposable
{
    private readonly Desk _desk = new();

    public ShownTargetTests()
    {
        _desk.UseCertificate();
        _desk.Apply(Desk.Outgoing(("host", "smtp.example"), ("authentication", "Basic"), ("serverUser", "me")), Desk.NewServer("a", "OAuthService"));
    }

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("host", "other.example")]
    [InlineData("port", 2525)]
    public void A_target_that_changed_since_it_was_shown_asks_for_the_secret_again(string field, object value)
    {
        var shown = _desk.Session.Secrets.WithTarget(SecretPurpose.OutgoingPassword);
        Assert.Equal("smtp.example:25/clear", shown.Target);
        _desk.Apply(Desk.Outgoing((field, value)));

        Assert.Equal(field, _desk.RefusedFor(SettingsErrors.SecretRequiredAgain, new ChangeStep.SetSecret(shown, Desk.Secret())).Detail);
        _desk.Apply(new ChangeStep.SetSecret(_desk.Session.Secrets.WithTarget(SecretPurpose.OutgoingPassword), Desk.Secret()));
    }

    [Fact]
    public void The_secret_of_an_incoming_server_is_bound_to_what_was_shown_too()
    {
        var shown = _desk.Session.Secrets.WithTarget(SecretPurpose.IncomingSecret("A"));
        _desk.Apply(Desk.Server("a", ServerMatch.Existing, ("clientId", Desk.OtherClient)));

        Assert.Equal("clientId", _desk.RefusedFor(SettingsErrors.SecretRequiredAgain, new ChangeStep.SetSecret(shown, Desk.Secret())).Detail);
        Refusal.Of(SettingsErrors.IncomingServerNotFound, () => _desk.Session.Secrets.WithTarget(SecretPurpose.IncomingSecret("nobody")));
    }

    [Fact]
    public void A_secret_that_is_entered_with_a_change_is_for_what_the_change_makes_of_the_target()
    {
        var change = new SettingsChange("outgoing", [Desk.Outgoing(("host", "new.example"), ("useSsl", true))]);
        var shown = _desk.Session.Secrets.WithTarget(SecretPurpose.OutgoingPassword, change);
        Assert.Equal("new.example:25/tls", shown.Target);

        _desk.Apply(Desk.Outgoing(("port", 587)));
        Assert.Equal("port", _desk.RefusedFor(SettingsErrors.SecretRequiredAgain, [.. change.Steps, new ChangeStep.SetSecret(shown, Desk.Secret())]).Detail);

        shown = _desk.Session.Secrets.WithTarget(SecretPurpose.OutgoingPassword, change);
        _desk.Apply([.. change.Steps, new ChangeStep.SetSecret(shown, Desk.Secret())]);
        Assert.True(_desk.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);

        // The stored secret, which the change would lead elsewhere, is being entered anew.
        Assert.Equal("third.example:587/tls", _desk.Session.Secrets.WithTarget(SecretPurpose.OutgoingPassword, new SettingsChange("x", [Desk.Outgoing(("host", "third.example"))])).Target);
    }

    [Fact]
    public void A_secret_of_a_server_that_the_change_adds_is_for_its_application()
    {
        var change = new SettingsChange("b", [Desk.NewServer("b", "OAuthService")]);
        var shown = _desk.Session.Secrets.WithTarget(SecretPurpose.IncomingSecret("B"), change);

        Assert.Equal(_desk.Session.Secrets.WithTarget(SecretPurpose.IncomingSecret("a")).Target, shown.Target);
        _desk.Apply([.. change.Steps, new ChangeStep.SetSecret(shown, Desk.Secret())]);
        Assert.True(_desk.Session.Settings.ReadIncomingServer("b").SecretState.IsSet);
    }

    [Fact]
    public void What_would_be_refused_is_refused_before_a_secret_is_asked_for()
    {
        Refusal.Of(SettingsErrors.PortOutOfRange, () => _desk.Session.Secrets.WithTarget(SecretPurpose.OutgoingPassword, new SettingsChange("x", [Desk.Outgoing(("port", 0))])));
        Refusal.Of(SecretErrors.PurposeUnknown, () => _desk.Session.Secrets.WithTarget(SecretPurpose.Text));
    }

    [Fact]
    public void A_target_that_changes_between_the_confirmation_and_the_commit_is_a_conflict()
    {
        using var rival = _desk.Open();
        var host = Desk.While(() => rival.Settings.Apply(new SettingsChange("rival", [Desk.Outgoing(("host", "evil.example"))]), new RecordingHost()));

        var refused = Assert.Throws<EmailSettingsException>(() =>
            _desk.Session.Settings.Apply(new SettingsChange("secret", [new ChangeStep.SetSecret(SecretPurpose.OutgoingPassword, Desk.Secret())]), host));

        Assert.Equal(StoreErrors.ChangedMeanwhile.Id, refused.Code.Id);
        Assert.False(_desk.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);
    }

    [Fact]
    public void A_secret_handed_in_with_a_document_is_for_the_target_of_that_very_moment_too()
    {
        using var rival = _desk.Open();
        using var secret = Desk.Secret();
        var document = new DocumentImport(_desk.Folder.Write("document.json", """{"basic":{"maxIncomingSizeKB":9}}"""u8.ToArray())) { Secrets = new Dictionary<SecretPurpose, SecretText> { [SecretPurpose.OutgoingPassword] = secret } };
        var host = Desk.While(() => rival.Settings.Apply(new SettingsChange("rival", [Desk.Outgoing(("host", "evil.example"))]), new RecordingHost()));

        Assert.Equal(StoreErrors.ChangedMeanwhile.Id, Assert.Throws<EmailSettingsException>(() => _desk.Session.Documents.Import(document, host)).Code.Id);
        Assert.False(_desk.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);
    }

    [Fact]
    public void What_is_no_target_may_change_meanwhile()
    {
        using var rival = _desk.Open();
        var host = Desk.While(() => rival.Settings.Apply(new SettingsChange("rival", [Desk.Outgoing(("maxRecipients", 3))]), new RecordingHost()));

        _desk.Session.Settings.Apply(new SettingsChange("secret", [new ChangeStep.SetSecret(SecretPurpose.OutgoingPassword, Desk.Secret())]), host);

        Assert.True(_desk.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);
    }
}
