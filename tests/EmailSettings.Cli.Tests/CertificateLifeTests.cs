using System.Text.Json;
using EmailSettings.Testing;

namespace EmailSettings.Cli.Tests;

/// <summary>Replacement, health and loss of the certificate, and secrets for another system.</summary>
public sealed class CertificateLifeTests : IDisposable
{
    private readonly CommandLineHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Secrets_are_re_encrypted_to_a_new_certificate_and_what_if_only_lists()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        var first = NewCertificate();
        Assert.Equal(0, _home.RunWith("pw", "secret", "set", "sms.password").ExitCode);
        var second = NewCertificate();
        Assert.Equal("Warning", Json("certificate", "test").GetProperty("status").GetString());

        var whatIf = Json("secret", "reprotect", "--what-if");
        Assert.Equal((true, "sms.password", second), (whatIf.GetProperty("whatIf").GetBoolean(), Only(whatIf, "reprotected"), whatIf.GetProperty("thumbprint").GetString()));
        Assert.Equal(first, Json("secret", "list")[0].GetProperty("thumbprint").GetString());

        var done = Json("secret", "reprotect");
        Assert.Equal((false, "sms.password", first), (done.GetProperty("whatIf").GetBoolean(), Only(done, "reprotected"), Only(done, "noLongerNeeded")));
        var listed = Json("secret", "list")[0];
        Assert.Equal((second, true), (listed.GetProperty("thumbprint").GetString(), listed.GetProperty("decrypts").GetBoolean()));
        Assert.InRange(listed.GetProperty("certificateDaysLeft").GetInt32(), 360, 366);
        Assert.Equal(0, Json("secret", "reprotect").GetProperty("reprotected").GetArrayLength());
    }

    [Fact]
    public async Task Of_two_concurrent_re_encryptions_one_succeeds_and_the_other_is_refused()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        var certificates = new[] { NewCertificate(), NewCertificate() };
        StoreMany(200);
        var told = false;
        // Started together they nearly always collide; if one finished before the other began, it has nothing left to do.
        for (var round = 0; round < 20 && !told; round++)
        {
            var chosen = certificates[round % 2];
            Assert.Equal(0, _home.Run("certificate", "use", chosen).ExitCode);
            var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => _home.Run("secret", "reprotect"))));
            var loser = answers.SingleOrDefault(answer => answer.ExitCode != 0);
            if (loser is not null) Assert.Equal((6, "ChangedMeanwhile"), (loser.ExitCode, Assert.Single(loser.ErrorIds)));
            told = loser is not null;

            var secrets = Json("secret", "list").EnumerateArray().Where(secret => secret.GetProperty("isSet").GetBoolean()).ToList();
            Assert.Equal(200, secrets.Count);
            Assert.All(secrets, secret => Assert.Equal((chosen, true), (secret.GetProperty("thumbprint").GetString(), secret.GetProperty("decrypts").GetBoolean())));
        }
        Assert.True(told);
    }

    [Fact]
    public void After_a_loss_health_is_1_and_what_to_re_enter_is_listed()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        NewCertificate();
        _home.RunWith("pw", "secret", "set", "sms.password");
        Directory.Delete(_home[".dotnet"], recursive: true);
        var test = _home.Run("certificate", "test", "--output", "json");
        Assert.Equal((1, "Failed", "sms.password"), (test.ExitCode, test.Json.GetProperty("status").GetString(), Only(test.Json, "toReEnter")));
        Assert.Equal("sms.password", Assert.Single(Json("secret", "list", "--to-re-enter").EnumerateArray()).GetProperty("purpose").GetString());

        NewCertificate();
        var refused = _home.Run("secret", "reprotect");
        Assert.Equal((5, "Secret.CertificateMissing"), (refused.ExitCode, Assert.Single(refused.ErrorIds)));
        var skipped = _home.Run("secret", "reprotect", "--skip-undecryptable", "--output", "json");
        Assert.Equal((1, "sms.password"), (skipped.ExitCode, Only(skipped.Json, "toReEnter")));
        _home.RunWith("pw", "secret", "set", "sms.password");
        Assert.Empty(Json("secret", "list", "--to-re-enter").EnumerateArray());
        Assert.Equal(0, _home.Run("certificate", "test").ExitCode);
    }

    [Fact]
    public void Secrets_go_to_another_system_in_a_document()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        using var other = new CommandLineHome();
        other.Run("certificate", "new", "--bits", "2048");
        other.Run("certificate", "export", other["there.cer"]);
        NewCertificate();
        _home.RunWith("pw", "secret", "set", "sms.password");

        Assert.Equal(2, _home.Run("secret", "reprotect", "--for-certificate", other["there.cer"]).ExitCode);
        Assert.Equal(0, _home.Run("secret", "reprotect", "--for-certificate", other["there.cer"], "--out", _home["there.json"]).ExitCode);
        Assert.Equal(2, _home.Run("secret", "reprotect", "--for-certificate", other["there.cer"], "--out", _home["there.json"]).ExitCode);
        Assert.Equal(0, other.Run("import", _home["there.json"]).ExitCode);
        Assert.Equal("True", other.Run("secret", "list", "--output", "json").Json[0].GetProperty("decrypts").ToString());
        Assert.Equal(0, _home.Run("certificate", "test").ExitCode);
    }

    [Fact]
    public void A_service_account_can_be_checked()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        NewCertificate();
        var test = _home.Run("certificate", "test", "--for-account", "nobody", "--output", "json");
        Assert.Equal((1, false), (test.ExitCode, test.Json.GetProperty("forAccountMayUseKey").GetBoolean()));
        Assert.Equal("AccountCannotUseKey", test.Json.GetProperty("findings")[0].GetProperty("id").GetString());
        var unknown = _home.Run("certificate", "test", "--for-account", "no such account");
        Assert.Equal((3, "AccountUnknown"), (unknown.ExitCode, Assert.Single(unknown.ErrorIds)));
    }

    private string NewCertificate() => Json("certificate", "new", "--bits", "2048", "--years", "1").GetProperty("thumbprint").GetString()!;

    /// <summary>Imports this many servers with one secret each.</summary>
    private void StoreMany(int count)
    {
        var names = Enumerable.Range(1, count).Select(number => $"Server {number}").ToList();
        var servers = names.Select(name => new
        {
            name,
            address = "https://login.example.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718",
            clientId = Guid.NewGuid(),
            authentication = "OAuthService",
        });
        var document = _home.Write("servers.json", JsonSerializer.Serialize(new { version = 1, incomingServers = servers }));
        _home.Write("secret.txt", "pw");
        var secrets = names.SelectMany(name => new[] { "--secret", $"incoming.secret:{name}=file:{_home["secret.txt"]}" });
        Assert.Equal("", _home.Run(["import", document, .. secrets]).Errors);
    }

    private JsonElement Json(params string[] arguments) => _home.Run([.. arguments, "--output", "json"]).Json;

    private static string Only(JsonElement json, string property) => Assert.Single(json.GetProperty(property).EnumerateArray()).GetString()!;
}
