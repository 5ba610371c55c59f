using EmailSettings.Core.Changes;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Tests.Secrets;

namespace EmailSettings.Core.Tests.Operations;

/// <summary>A secret is stored only for the target that was shown when it was entered.</summary>
public sealed class ShownTargetTests : IDisposable
{
    private readonly SessionFixture _fixture = new();

    public ShownTargetTests()
    {
        _fixture.UseCertificate();
        _fixture.Apply(SessionFixture.Outgoing(("host", "smtp.example"), ("authentication", "Basic"), ("serverUser", "me")), SessionFixture.NewServer("a", "OAuthService"));
    }

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData("host", "other.example")]
    [InlineData("port", 2525)]
    public void A_target_that_changed_since_it_was_shown_asks_for_the_secret_again(string field, object value)
    {
        var shown = _fixture.Session.Secrets.WithTarget(SecretPurpose.OutgoingPassword);
        Assert.Equal("smtp.example:25/clear", shown.Target);
        _fixture.Apply(SessionFixture.Outgoing((field, value)));

        Assert.Equal(field, _fixture.RefusedFor(SettingsErrors.SecretRequiredAgain, new ChangeStep.SetSecret(shown, SessionFixture.Secret())).Detail);
        _fixture.Apply(new ChangeStep.SetSecret(_fixture.Session.Secrets.WithTarget(SecretPurpose.OutgoingPassword), SessionFixture.Secret()));
    }

    [Fact]
    public void The_secret_of_an_incoming_server_is_bound_to_what_was_shown_too()
    {
        var shown = _fixture.Session.Secrets.WithTarget(SecretPurpose.IncomingSecret("A"));
        _fixture.Apply(SessionFixture.Server("a", ServerMatch.Existing, ("clientId", SessionFixture.OtherClient)));

        Assert.Equal("clientId", _fixture.RefusedFor(SettingsErrors.SecretRequiredAgain, new ChangeStep.SetSecret(shown, SessionFixture.Secret())).Detail);
        Refusal.Of(SettingsErrors.IncomingServerNotFound, () => _fixture.Session.Secrets.WithTarget(SecretPurpose.IncomingSecret("nobody")));
    }

    [Fact]
    public void A_secret_that_is_entered_with_a_change_is_for_what_the_change_makes_of_the_target()
    {
        var change = new SettingsChange("outgoing", [SessionFixture.Outgoing(("host", "new.example"), ("useSsl", true))]);
        var shown = _fixture.Session.Secrets.WithTarget(SecretPurpose.OutgoingPassword, change);
        Assert.Equal("new.example:25/tls", shown.Target);

        _fixture.Apply(SessionFixture.Outgoing(("port", 587)));
        Assert.Equal("port", _fixture.RefusedFor(SettingsErrors.SecretRequiredAgain, [.. change.Steps, new ChangeStep.SetSecret(shown, SessionFixture.Secret())]).Detail);

        shown = _fixture.Session.Secrets.WithTarget(SecretPurpose.OutgoingPassword, change);
        _fixture.Apply([.. change.Steps, new ChangeStep.SetSecret(shown, SessionFixture.Secret())]);
        Assert.True(_fixture.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);

        // The stored secret, whose target the change would alter, is entered again.
        Assert.Equal("third.example:587/tls", _fixture.Session.Secrets.WithTarget(SecretPurpose.OutgoingPassword, new SettingsChange("x", [SessionFixture.Outgoing(("host", "third.example"))])).Target);
    }

    [Fact]
    public void A_secret_of_a_server_that_the_change_adds_is_for_its_application()
    {
        var change = new SettingsChange("b", [SessionFixture.NewServer("b", "OAuthService")]);
        var shown = _fixture.Session.Secrets.WithTarget(SecretPurpose.IncomingSecret("B"), change);

        Assert.Equal(_fixture.Session.Secrets.WithTarget(SecretPurpose.IncomingSecret("a")).Target, shown.Target);
        _fixture.Apply([.. change.Steps, new ChangeStep.SetSecret(shown, SessionFixture.Secret())]);
        Assert.True(_fixture.Session.Settings.ReadIncomingServer("b").SecretState.IsSet);
    }

    [Fact]
    public void What_would_be_refused_is_refused_before_a_secret_is_asked_for()
    {
        Refusal.Of(SettingsErrors.PortOutOfRange, () => _fixture.Session.Secrets.WithTarget(SecretPurpose.OutgoingPassword, new SettingsChange("x", [SessionFixture.Outgoing(("port", 0))])));
        Refusal.Of(SecretErrors.PurposeUnknown, () => _fixture.Session.Secrets.WithTarget(SecretPurpose.Text));
    }

    [Fact]
    public void A_target_that_changes_between_the_confirmation_and_the_commit_is_a_conflict()
    {
        using var rival = _fixture.Open();
        var host = SessionFixture.While(() => rival.Settings.Apply(new SettingsChange("rival", [SessionFixture.Outgoing(("host", "evil.example"))]), new RecordingHost()));

        var refused = Assert.Throws<EmailSettingsException>(() =>
            _fixture.Session.Settings.Apply(new SettingsChange("secret", [new ChangeStep.SetSecret(SecretPurpose.OutgoingPassword, SessionFixture.Secret())]), host));

        Assert.Equal(StoreErrors.ChangedMeanwhile.Id, refused.Code.Id);
        Assert.False(_fixture.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);
    }

    [Fact]
    public void A_secret_passed_in_with_a_document_is_for_the_target_at_that_moment_too()
    {
        using var rival = _fixture.Open();
        using var secret = SessionFixture.Secret();
        var document = new DocumentImport(_fixture.Folder.Write("document.json", """{"basic":{"maxIncomingSizeKB":9}}"""u8.ToArray())) { Secrets = new Dictionary<SecretPurpose, SecretText> { [SecretPurpose.OutgoingPassword] = secret } };
        var host = SessionFixture.While(() => rival.Settings.Apply(new SettingsChange("rival", [SessionFixture.Outgoing(("host", "evil.example"))]), new RecordingHost()));

        Assert.Equal(StoreErrors.ChangedMeanwhile.Id, Assert.Throws<EmailSettingsException>(() => _fixture.Session.Documents.Import(document, host)).Code.Id);
        Assert.False(_fixture.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);
    }

    [Fact]
    public void Fields_that_are_not_part_of_the_target_may_change_meanwhile()
    {
        using var rival = _fixture.Open();
        var host = SessionFixture.While(() => rival.Settings.Apply(new SettingsChange("rival", [SessionFixture.Outgoing(("maxRecipients", 3))]), new RecordingHost()));

        _fixture.Session.Settings.Apply(new SettingsChange("secret", [new ChangeStep.SetSecret(SecretPurpose.OutgoingPassword, SessionFixture.Secret())]), host);

        Assert.True(_fixture.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);
    }
}
