using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Operations;
using EmailSettings.Core.Tests.Secrets;
using EmailSettings.Core.Tests.Storage;
using EmailSettings.Testing;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>
/// An altered store, backup or document cannot redirect a secret to another server: its target is encrypted with it.
/// </summary>
public sealed class BoundSecretTests : IDisposable
{
    private const string Password = "Tr0ub4dor&3-canary";

    private readonly TestBench _bench = new();

    private TestSystem Here => _bench.System;

    [Theory]
    [InlineData("host = '127.0.0.2'")]
    [InlineData("host = 'localhost.'")]
    [InlineData("port = PORT")]
    [InlineData("use_ssl = 1")]
    public async Task An_edited_store_cannot_redirect_the_password(string edit)
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH", "S: 235 welcome");
        await using var evil = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH", "S: 235 welcome");
        _bench.Store(server, Password);
        Edit(Here.Files.File("settings.db"), edit.Replace("PORT", evil.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));

        Refusal.Of(SettingsErrors.SecretRequiredAgain, () => Here.Read("outgoing.password"));
        Expect.Primary(await _bench.Tests.TestAsync(new OutgoingTestRequest()), "Secret.NotForThisTarget", TestStage.Secret);
        AssertNoLogin(evil);
        AssertNoLogin(server);
        Assert.Equal(SettingsErrors.SecretRequiredAgain.Id, Assert.Single(Here.Session.Secrets.List(), secret => secret.IsSet).Problem);
    }

    [Fact]
    public async Task An_edited_backup_restored_into_a_new_store_cannot_redirect_the_password()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH", "S: 235 welcome");
        await using var evil = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH", "S: 235 welcome");
        _bench.Store(server, Password);
        var backup = Here.Files.File("backup.db");
        Here.Session.Store.Backup(backup, Here.Host);
        Edit(backup, $"port = {evil.Port}");
        using var second = new TestBench();
        second.System.Use(Certificate());
        second.System.Session.Store.Restore(backup, second.System.Host);

        Expect.Primary(await second.Tests.TestAsync(new OutgoingTestRequest()), "Secret.NotForThisTarget", TestStage.Secret);
        AssertNoLogin(evil);
    }

    [Fact]
    public async Task A_second_store_with_the_same_certificate_rejects_an_edited_document()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH", "S: 235 welcome");
        _bench.Store(server, Password);
        var text = Here.Stored(SecretKey.OutgoingPassword).ProtectedText;
        using var second = new TestBench();
        second.System.Use(Certificate());

        Refusal.Of(SettingsErrors.SecretRequiredAgain, () => second.System.Import(Document(second.System, "127.0.0.2", server.Port, text)));
        second.System.Import(Document(second.System, TestBench.Host, server.Port, text));
        Assert.Equal(Password, second.System.Read("outgoing.password"));
    }

    [Fact]
    public void Re_encrypting_keeps_what_a_secret_was_entered_for()
    {
        Here.Use(TestCertificates.Make());
        Here.StoreThree();
        Edit(Here.Files.File("settings.db"), "host = 'evil.example.net'");
        Here.Use(TestCertificates.Make("CN=next", TestCertificates.OtherKey));

        Assert.Equal(["outgoing.password"], Here.Session.Secrets.Reprotect(true, Here.Host).ToReEnter);
        Edit(Here.Files.File("settings.db"), "host = 'smtp.example.com'");
        Assert.Equal(["outgoing.password"], Here.Session.Secrets.Reprotect(false, Here.Host).Reprotected);
        Here.AssertThreeOpen();
        Assert.DoesNotContain(Here.Host.Warnings, warning => warning.Code == SettingsWarnings.SecretBound);
    }

    [Fact]
    [Provokes("Secret.NotBound")]
    public async Task A_secret_of_an_earlier_version_is_sent_nowhere_until_it_is_bound()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH", "S: 235 welcome", "C: QUIT", "S: 221 bye");
        _bench.Store(server, Password);
        var thumbprint = Age();
        Expect.Primary(await _bench.Tests.TestAsync(new OutgoingTestRequest()), "Secret.NotBound", TestStage.Secret);
        AssertNoLogin(server);
        var listed = Assert.Single(Here.Session.Secrets.List(), secret => secret.IsSet);
        Assert.Equal((true, SecretErrors.SecretWithoutTarget.Id, false), (listed.Decrypts, listed.Problem, listed.MustBeReentered));
        Assert.Contains(Here.Session.Health.Check().Checks.SelectMany(check => check.Findings), finding => finding.Id == "Secret.NotBound");

        var result = Here.Session.Secrets.Reprotect(false, Here.Host);
        Assert.Equal((1, 0, 0), (result.Reprotected.Count, result.Unchanged, result.NoLongerNeeded.Count));
        var warning = Assert.Single(Here.Host.Warnings, warning => warning.Code == SettingsWarnings.SecretBound);
        Assert.Equal($"{TestBench.Host}:{server.Port}/clear", warning.Detail);
        Assert.Equal(thumbprint, Here.Stored(SecretKey.OutgoingPassword).Thumbprint);
        Assert.Equal(("outgoingServer.password.target", warning.Detail), Here.Session.Settings.ReadHistory()[0].Changes.Select(change => (change.Path, change.To as string)).Single());
        Assert.Empty(Here.Session.Secrets.Reprotect(false, Here.Host).Reprotected);
        Assert.Null((await _bench.Tests.TestAsync(new OutgoingTestRequest())).Primary);
    }

    [Fact]
    [Provokes("Secret.RootsFromEnvironment")]
    public async Task Roots_from_the_environment_are_reported_only_with_a_stored_secret()
    {
        Skip.UnlessLinux("Elsewhere roots are not chosen by the environment.");
        await using var server = Scripts.Smtp(Scripts.PlainSmtp);
        _bench.Store(server, Password, new Assignment("useSsl", true));
        _bench.With(services => services with { Variable = name => name == "SSL_CERT_FILE" ? "/roots.pem" : null });

        var finding = Expect.Noted(await _bench.Tests.TestAsync(new OutgoingTestRequest()), "Secret.RootsFromEnvironment", TestStage.Secret, Severity.Info);
        Assert.Equal("SSL_CERT_FILE=/roots.pem", finding.Value);
        var given = await _bench.Tests.TestAsync(new OutgoingTestRequest { Password = _bench.Secret(Password) });
        Assert.DoesNotContain(given.Stages.SelectMany(stage => stage.Findings), noted => noted.Id == "Secret.RootsFromEnvironment");
    }

    [Fact]
    public async Task Entering_it_again_binds_a_secret_of_an_earlier_version_too()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH", "S: 235 welcome", "C: QUIT", "S: 221 bye");
        _bench.Store(server, Password);
        Age();
        Here.Set("outgoing.password", Password);
        Assert.Null((await _bench.Tests.TestAsync(new OutgoingTestRequest())).Primary);
    }

    [Fact]
    public void A_secret_of_an_earlier_version_is_bound_on_its_way_to_another_certificate()
    {
        Here.Use(TestCertificates.Make());
        Here.StoreThree();
        Age();
        Here.Use(TestCertificates.Make("CN=next", TestCertificates.OtherKey));
        Here.Session.Secrets.Reprotect(false, Here.Host);
        Here.AssertThreeOpen();
        Assert.Equal("smtp.example.com:25/tls", Assert.Single(Here.Host.Warnings, warning => warning.Code == SettingsWarnings.SecretBound).Detail);
    }

    [Fact]
    public void Another_port_asks_for_a_secret_of_an_earlier_version_again_as_for_any()
    {
        Here.Use(TestCertificates.Make());
        Here.StoreThree();
        Age();
        Refusal.Of(SettingsErrors.SecretRequiredAgain, () => Here.Assign(SettingBlocks.Outgoing, new Assignment("port", 587)));
    }

    [Fact]
    public void The_same_host_in_other_letters_keeps_the_secret()
    {
        Here.Use(TestCertificates.Make());
        Here.StoreThree();
        Here.Assign(SettingBlocks.Outgoing, new Assignment("host", "SMTP.example.COM."));
        Here.AssertThreeOpen();
    }

    public void Dispose() => _bench.Dispose();

    private static void AssertNoLogin(ScriptedServer server) => Assert.DoesNotContain(server.Received, line => line.StartsWith("AUTH", StringComparison.Ordinal));

    private static void Edit(string file, string assignment) => Forgery.Forge(file, $"UPDATE outgoing_server SET {assignment}");

    private static string Document(TestSystem system, string host, int port, string password) =>
        system.Files.Write("edited.json", System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new
        {
            version = 1,
            outgoingServer = new { enabled = true, host, port, authentication = "Basic", serverUser = "mailer", password },
        }));

    // The password in the format of earlier versions.
    private string Age()
    {
        var stored = Here.Stored(SecretKey.OutgoingPassword);
        using var text = SecretText.FromChars(Here.Read("outgoing.password"));
        using var certificate = Here.Certificates.Finder.Choose(stored.Thumbprint!);
        Here.Overwrite(stored with { ProtectedText = SecretProtector.Protect(certificate, SecretPurpose.OutgoingPassword.WithoutTarget, text) });
        return stored.Thumbprint!;
    }

    private X509Certificate2 Certificate() =>
        Here.Certificates.Stores.Read(CertificateLocation.CurrentUser).Single(certificate => certificate.Thumbprint == Here.Stored(SecretKey.OutgoingPassword).Thumbprint);
}
