using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
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
    public void What_is_no_target_may_change_meanwhile()
    {
        using var rival = _desk.Open();
        var host = Desk.While(() => rival.Settings.Apply(new SettingsChange("rival", [Desk.Outgoing(("maxRecipients", 3))]), new RecordingHost()));

        _desk.Session.Settings.Apply(new SettingsChange("secret", [new ChangeStep.SetSecret(SecretPurpose.OutgoingPassword, Desk.Secret())]), host);

        Assert.True(_desk.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);
    }
}
