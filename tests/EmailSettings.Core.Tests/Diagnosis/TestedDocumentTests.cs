using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Secrets;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>Documents that are tested as if they had been imported.</summary>
public sealed class TestedDocumentTests : IDisposable
{
    private const string Password = "pa55-w0rd";

    private readonly TestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_document_is_tested_as_if_it_had_been_imported_and_nothing_is_written()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH", "S: 235 welcome", "C: QUIT", "S: 221 bye");
        _bench.System.Use(TestCertificates.Make());
        var document = Document(TestBench.Host, server.Port, Protect("documented", server.Port));
        var revision = _bench.System.Session.Settings.ReadAll().Revision;
        var report = await _bench.Tests.TestAsync(_bench.Tests.Read(document), new OutgoingTestRequest());
        Expect.Passed(report, TestStage.Settings, TestStage.Secret);
        Assert.Null(report.Primary);
        Assert.Equal("\0mailer\0documented", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(server.Received[1]["AUTH PLAIN ".Length..])));
        Assert.Equal(revision, _bench.System.Session.Settings.ReadAll().Revision);
    }

    [Fact]
    public async Task The_certificate_that_a_document_names_opens_its_secrets_without_being_chosen()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH", "S: 235 welcome", "C: QUIT", "S: 221 bye");
        var chosen = _bench.System.Use(TestCertificates.Make());
        var other = TestCertificates.Make("CN=named by the document", TestCertificates.OtherKey);
        _bench.System.Certificates.Add(other);
        using var named = TestCertificates.Open(other);
        var document = Document(TestBench.Host, server.Port, SecretProtector.Protect(named, ForDocument(server.Port), _bench.Secret("documented")), other.Thumbprint);
        var report = await _bench.Tests.TestAsync(_bench.Tests.Read(document), new OutgoingTestRequest());
        Assert.Null(report.Primary);
        Assert.Equal(other.Thumbprint, Assert.IsType<SecretStageFacts>(Expect.Stage(report, TestStage.Secret).Facts).Thumbprint);
        Assert.Equal(chosen, Thumbprint());
    }

    [Fact]
    public async Task Settings_that_were_read_serve_any_number_of_tests()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: QUIT", "S: 221 bye");
        var document = Document(TestBench.Host, server.Port, null);
        var settings = _bench.Tests.Read(document);
        File.Delete(document);
        var hosts = new List<string>();
        OutgoingTestRequest[] requests = [new() { Authentication = TestAuthentication.Anonymous }, new() { Authentication = TestAuthentication.Anonymous }];
        await foreach (var report in _bench.Tests.TestAsync(settings, requests, 1)) hosts.Add(report.Target);
        Assert.Equal([$"{TestBench.Host}:{server.Port}", $"{TestBench.Host}:{server.Port}"], hosts);
    }

    [Theory]
    [InlineData("exported")]
    [InlineData("wrapped otherwise")]
    [InlineData("protected anew")]
    [InlineData("left out")]
    public async Task A_document_with_another_host_cannot_redirect_the_stored_secret(string secret)
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH", "S: 235 welcome");
        _bench.Store(server, Password);
        var exported = _bench.System.Stored(SecretKey.OutgoingPassword).ProtectedText;
        var document = Document("evil.example.test", server.Port, secret switch
        {
            "exported" => exported,
            "wrapped otherwise" => exported.Replace("\n", "\r\n", StringComparison.Ordinal),
            "protected anew" => Protect(Password, server.Port),
            _ => null,
        });
        Expect.Primary(await _bench.Tests.TestAsync(_bench.Tests.Read(document), new OutgoingTestRequest()), "Secret.NotForThisTarget", TestStage.Secret);
        Assert.DoesNotContain(server.Received, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_that_would_be_refused_is_an_invalid_call()
    {
        var document = _bench.System.Files.Write("bad.json", """{"version":1,"outgoingServer":{"port":99999}}"""u8.ToArray());
        var error = await Assert.ThrowsAsync<EmailSettingsException>(() => _bench.Tests.TestAsync(_bench.Tests.Read(document), new OutgoingTestRequest()));
        Assert.Equal(SettingsErrors.PortOutOfRange, error.Code);
    }

    private string Document(string host, int port, string? password, string? certificate = null)
    {
        var server = new Dictionary<string, object?> { ["enabled"] = true, ["host"] = host, ["port"] = port, ["authentication"] = "Basic", ["serverUser"] = "mailer", ["useSsl"] = false };
        if (password is not null) server["password"] = password;
        var document = new Dictionary<string, object> { ["version"] = 1, ["outgoingServer"] = server };
        if (certificate is not null) document["certificate"] = certificate;
        return _bench.System.Files.Write($"{Guid.NewGuid():N}.json", System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(document));
    }

    private static SecretPurpose ForDocument(int port) => SecretPurpose.OutgoingPassword.BoundTo(new OutgoingMailServer { Host = TestBench.Host, Port = port });

    private string Protect(string password, int port)
    {
        using var secrets = _bench.System.Session.Secrets.Open();
        return secrets.Protect(ForDocument(port), _bench.Secret(password), _bench.System.Host);
    }

    private string Thumbprint() => _bench.System.Session.Settings.ReadAll().Certificate!.Thumbprint;
}
