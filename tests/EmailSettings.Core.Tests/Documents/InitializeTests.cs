using EmailSettings.Core.Documents;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Tests.Operations;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Documents;

public sealed class InitializeTests : IDisposable
{
    private readonly SessionFixture _fixture = new();

    [Fact]
    public void The_first_setup_creates_store_and_certificate_imports_and_lists_what_is_still_to_be_entered()
    {
        var example = Path.Combine(Repository.Root, "examples", "contoso.json");

        var result = _fixture.Session.Documents.Initialize(new DocumentImport(example), new RecordingHost());

        Assert.True(result.CertificateCreated);
        Assert.Equal((3072, true), (result.Certificate!.KeySize, result.Certificate.KeyUsable));
        Assert.Equal(2, result.Settings.IncomingServers.Count);
        Assert.Equal(["incoming.secret:Contoso sales", "outgoing.password"], result.StillToEnter.Order(StringComparer.Ordinal));
        Assert.Equal(["Store", "Settings", "Certificate", "Secrets"], result.Health.Checks.Select(check => check.Check));
        Assert.Equal(CheckStatus.Passed, result.Health.Checks[0].Status);

        var again = _fixture.Session.Documents.Initialize(new DocumentImport(example), new RecordingHost());
        Assert.False(again.CertificateCreated);
        Assert.Empty(again.Import!.Changed);
        Assert.Equal(result.Settings.Revision, again.Settings.Revision);
    }

    [Fact]
    public void Without_a_document_only_the_certificate_is_created()
    {
        var result = _fixture.Session.Documents.Initialize(null, new RecordingHost());

        Assert.True(result.CertificateCreated);
        Assert.Null(result.Import);
        Assert.Empty(result.StillToEnter);
        Assert.Equal(result.Certificate!.Thumbprint, result.Settings.Certificate!.Thumbprint);
    }

    [Fact]
    public void A_certificate_that_is_chosen_already_is_kept()
    {
        var thumbprint = _fixture.UseCertificate();

        var result = _fixture.Session.Documents.Initialize(null, new RecordingHost());

        Assert.False(result.CertificateCreated);
        Assert.Equal(thumbprint, result.Certificate!.Thumbprint);
    }

    [Theory]
    [InlineData("""{ "basic": { "maxIncomingSizeKB": 0 } }""")]
    [InlineData("{")]
    [InlineData("""{ "certificate": "0123456789012345678901234567890123456789" }""")]
    public void Nothing_is_created_when_the_document_is_refused(string text)
    {
        var file = _fixture.Folder.Write("document.json", System.Text.Encoding.UTF8.GetBytes(text));

        Assert.Throws<EmailSettingsException>(() => _fixture.Session.Documents.Initialize(new DocumentImport(file), new RecordingHost()));

        NothingWasMade();
    }

    [Fact]
    public void Nothing_is_created_when_a_secret_passed_in_is_refused()
    {
        var file = _fixture.Folder.Write("document.json", "{}"u8.ToArray());
        using var secret = SessionFixture.Secret();
        using var empty = SessionFixture.Secret("");

        foreach (var (purpose, text) in new[] { (SecretPurpose.OutgoingPassword, secret), (SecretPurpose.IncomingSecret("nobody"), secret), (SecretPurpose.SmsPassword, empty) })
        {
            var import = new DocumentImport(file) { Secrets = new Dictionary<SecretPurpose, SecretText> { [purpose] = text } };
            Assert.Throws<EmailSettingsException>(() => _fixture.Session.Documents.Initialize(import, new RecordingHost()));
        }
        NothingWasMade();
    }

    [Fact]
    public void A_host_that_declines_gets_nothing_created()
    {
        var file = _fixture.Folder.Write("document.json", """{ "basic": { "maxIncomingSizeKB": 5 } }"""u8.ToArray());

        var result = _fixture.Session.Documents.Initialize(new DocumentImport(file), SessionFixture.Refusing);

        Assert.Null(result.Certificate);
        NothingWasMade();
    }

    public void Dispose() => _fixture.Dispose();

    private void NothingWasMade()
    {
        Assert.False(File.Exists(_fixture.File));
        Assert.Empty(_fixture.Certificates.Stores.List());
    }
}
