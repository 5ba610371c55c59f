using System.Text.Json;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Operations;
using EmailSettings.Core.Tests.Secrets;

namespace EmailSettings.Core.Tests.Documents;

/// <summary>Secrets in documents and provided with them.</summary>
public sealed class ImportedSecretTests : IDisposable
{
    private static readonly SecretPurpose ForDocument = SecretPurpose.OutgoingPassword.BoundTo(new OutgoingMailServer { Host = "a", UseSsl = true });

    private readonly SessionFixture _fixture = new();

    public ImportedSecretTests() => _fixture.UseCertificate();

    [Fact]
    public void A_secret_passed_in_by_purpose_is_stored_with_the_document()
    {
        using var secret = SessionFixture.Secret("s3cret");
        Import("""{ "outgoingServer": { "authentication": "Basic", "host": "a", "useSsl": true } }""", (SecretPurpose.OutgoingPassword, secret));

        Assert.Equal("s3cret", Read(SecretPurpose.OutgoingPassword));
    }

    [Fact]
    public void A_secret_for_a_server_that_neither_store_nor_document_has_is_not_found()
    {
        using var secret = SessionFixture.Secret();
        var refused = Assert.Throws<EmailSettingsException>(() => Import("{}", (SecretPurpose.IncomingSecret("nobody"), secret)));

        Assert.Equal(SettingsErrors.IncomingServerNotFound.Id, refused.Code.Id);
    }

    [Fact]
    public void A_protected_text_of_the_chosen_certificate_is_checked_and_stored_and_a_second_import_changes_nothing()
    {
        var document = Outgoing(Protect(ForDocument));

        Assert.DoesNotContain(Import(document).Warnings, warning => warning.Id == SettingsWarnings.SecretUnverified.Id);
        Assert.Empty(Import(document).Changed);
        Assert.Equal("s3cret", Read(SecretPurpose.OutgoingPassword));
    }

    [Fact]
    public void A_protected_text_of_another_purpose_is_refused_at_its_place()
    {
        var refused = Assert.Throws<EmailSettingsException>(() => Import(Outgoing(Protect(SecretPurpose.SmsPassword))));

        var fault = Assert.Single(refused.Faults);
        Assert.Equal((SecretErrors.ProtectedForOtherPurpose.Id, "outgoingServer.password", (int?)3), (fault.Id, fault.Field, fault.Line));
    }

    [Fact]
    public void An_altered_protected_text_is_reported_together_with_the_other_faults()
    {
        var refused = Assert.Throws<EmailSettingsException>(() => Import(Outgoing("-----BEGIN CMS-----\nAAAA\n-----END CMS-----").Replace("\"useSsl\": true", "\"port\": 0", StringComparison.Ordinal)));

        Assert.Equal(["outgoingServer.port", "outgoingServer.password"], refused.Faults.Select(fault => fault.Field));
    }

    [Fact]
    public void A_protected_text_of_a_certificate_that_is_not_here_is_stored_with_a_warning()
    {
        using var other = TestCertificates.Open(TestCertificates.Make("CN=elsewhere", TestCertificates.OtherKey));
        using var text = SessionFixture.Secret();

        var result = Import(Outgoing(SecretProtector.Protect(other, ForDocument, text)));

        Assert.Contains(result.Warnings, warning => warning.Id == SettingsWarnings.SecretUnverified.Id);
        Assert.True(_fixture.Session.Settings.ReadOutgoingServer().PasswordState.IsSet);
    }

    [Theory]
    [InlineData("exported")]
    [InlineData("protected anew")]
    [InlineData("of an earlier version")]
    public void The_stored_secret_is_asked_for_again_where_the_document_brings_it_to_another_host(string how)
    {
        using var secret = SessionFixture.Secret("s3cret");
        _fixture.Apply(SessionFixture.Outgoing(("authentication", "Basic"), ("host", "smtp.example"), ("useSsl", true), ("password", secret)));
        using var store = _fixture.OpenStore();
        var document = Outgoing(how switch
        {
            "exported" => store.Read(StoreParts.Secrets).Secrets[SecretKey.OutgoingPassword].ProtectedText,
            "protected anew" => Protect(SecretPurpose.OutgoingPassword),
            _ => Protect(SecretPurpose.OutgoingPassword.WithoutTarget),
        });

        var fault = Assert.Single(Assert.Throws<EmailSettingsException>(() => Import(document)).Faults);
        Assert.Equal((SettingsErrors.SecretRequiredAgain.Id, "outgoingServer.password", "host", (int?)3), (fault.Id, fault.Field, fault.Detail, fault.Line));
        Import(document, (SecretPurpose.OutgoingPassword, secret));
    }

    [Fact]
    public void An_import_accepts_a_secret_of_an_earlier_version_with_a_warning_and_does_not_bind_it()
    {
        var result = Import(Outgoing(Protect(SecretPurpose.OutgoingPassword.WithoutTarget)));

        Assert.Contains(result.Warnings, warning => warning.Id == SecretErrors.SecretWithoutTarget.Id);
        Assert.Equal(SecretErrors.SecretWithoutTarget.Id, Assert.Throws<EmailSettingsException>(() => Read(SecretPurpose.OutgoingPassword)).Code.Id);
    }

    [Fact]
    public void A_secret_passed_in_takes_precedence_over_the_one_in_the_document()
    {
        using var secret = SessionFixture.Secret("handed in");
        Import(Outgoing(Protect(ForDocument)), (SecretPurpose.OutgoingPassword, secret));

        Assert.Equal("handed in", Read(SecretPurpose.OutgoingPassword));
    }

    [Fact]
    public void Documents_can_set_and_remove_the_SMS_servers_password()
    {
        Import($$"""{ "smsServer": { "password": {{JsonSerializer.Serialize(Protect(SecretPurpose.SmsPassword))}} } }""");
        Assert.True(_fixture.Session.Settings.ReadAll().SmsServer.PasswordState.IsSet);

        Import("""{ "smsServer": { "password": null } }""");
        Assert.False(_fixture.Session.Settings.ReadAll().SmsServer.PasswordState.IsSet);
        Assert.Empty(Import("""{ "smsServer": { "password": null } }""").Changed);
    }

    [Fact]
    public void The_certificate_is_found_by_its_thumbprint_and_protects_what_the_same_document_brings()
    {
        var other = TestCertificates.Make("CN=other", TestCertificates.OtherKey);
        _fixture.Certificates.Add(other);
        using var secret = SessionFixture.Secret();

        Import($$"""{ "certificate": "{{other.Thumbprint}}" }""", (SecretPurpose.SmsPassword, secret));

        var all = _fixture.Session.Settings.ReadAll();
        Assert.Equal((other.Thumbprint, other.Thumbprint), (all.Certificate!.Thumbprint, all.SmsServer.PasswordState.Thumbprint));
        Assert.Empty(Import($$"""{ "certificate": "{{other.Thumbprint}}" }""").Changed);
    }

    [Fact]
    public void A_certificate_that_is_not_here_is_reported_with_its_line()
    {
        var refused = Assert.Throws<EmailSettingsException>(() => Import("{\n\"certificate\": \"0123456789012345678901234567890123456789\" }"));

        var fault = Assert.Single(refused.Faults);
        Assert.Equal((SecretErrors.DocumentCertificateMissing.Id, "certificate", (int?)2), (fault.Id, fault.Field, fault.Line));
    }

    [Fact]
    public void A_document_of_another_system_is_refused_with_every_secret_that_is_to_be_entered_again()
    {
        using var other = new SessionFixture();
        other.UseCertificate(otherKey: true);
        other.Apply(SessionFixture.NewServer("sales", "OAuthService"), new ChangeStep.SetSecret(SecretPurpose.IncomingSecret("sales"), SessionFixture.Secret()), new ChangeStep.SetSecret(SecretPurpose.SmsPassword, SessionFixture.Secret()));

        var refused = Assert.Throws<EmailSettingsException>(() => Import(System.Text.Encoding.UTF8.GetString(other.Session.Documents.Export().Span)));

        var fault = Assert.Single(refused.Faults, fault => fault.Code == SecretErrors.DocumentCertificateMissing);
        Assert.Equal("To re-enter: incoming.secret:sales, sms.password.", fault.Detail);
        Assert.Empty(_fixture.Session.Settings.ReadIncomingServers());
    }

    public void Dispose() => _fixture.Dispose();

    private static string Outgoing(string password) => $$"""
        { "outgoingServer": {
          "authentication": "Basic", "host": "a", "useSsl": true,
          "password": {{JsonSerializer.Serialize(password)}} } }
        """;

    private string Protect(SecretPurpose purpose)
    {
        using var secrets = _fixture.Session.Secrets.Open();
        using var text = SessionFixture.Secret("s3cret");
        return secrets.Protect(purpose, text, new RecordingHost());
    }

    private string Read(SecretPurpose purpose)
    {
        using var secrets = _fixture.Session.Secrets.Open();
        using var text = secrets.UnprotectStored(purpose, new RecordingHost());
        return text.Reveal();
    }

    private ChangeResult Import(string text, params IReadOnlyList<(SecretPurpose Purpose, SecretText Text)> secrets)
    {
        var file = _fixture.Folder.Write("document.json", System.Text.Encoding.UTF8.GetBytes(text));
        return _fixture.Session.Documents.Import(new DocumentImport(file) { Secrets = secrets.ToDictionary(secret => secret.Purpose, secret => secret.Text) }, new RecordingHost());
    }
}
