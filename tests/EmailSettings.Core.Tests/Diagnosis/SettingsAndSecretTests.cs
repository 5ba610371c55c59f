using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Secrets;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>The stages Settings and Secret: what is tested, and with which secret.</summary>
public sealed class SettingsAndSecretTests : IDisposable
{
    private const string Password = "pa55-w0rd";

    private readonly TestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_stored_password_is_decrypted_and_logs_in()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH", "S: 235 welcome", "C: QUIT", "S: 221 bye");
        _bench.Store(server, Password);
        var report = await _bench.Tests.TestAsync(new OutgoingTestRequest());
        Expect.Passed(report, TestStage.Settings, TestStage.Secret, TestStage.Connect, TestStage.Quit);
        Expect.Noted(report, "Authenticate.OverPlaintext", TestStage.Authenticate);
        var sent = Convert.FromBase64String(server.Received[1]["AUTH PLAIN ".Length..]);
        Assert.Equal($"\0mailer\0{Password}", System.Text.Encoding.UTF8.GetString(sent));
    }

    [Fact]
    [Provokes("Settings.Disabled")]
    public async Task A_disabled_server_is_tested_and_reported_as_disabled()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: QUIT", "S: 221 bye");
        _bench.System.Assign(SettingBlocks.Outgoing, new("host", TestBench.Host), new("port", server.Port));
        var report = await _bench.Tests.TestAsync(new OutgoingTestRequest());
        Expect.Noted(report, "Settings.Disabled", TestStage.Settings);
        Expect.Passed(report, TestStage.Capabilities);
    }

    [Fact]
    [Provokes("Settings.Incomplete")]
    public async Task Nothing_to_test_is_reported_and_everything_else_is_skipped()
    {
        var report = await _bench.Tests.TestAsync(new OutgoingTestRequest());
        Expect.Primary(report, "Settings.Incomplete", TestStage.Settings);
        Expect.Skipped(report, TestStage.Dns, TestStage.Connect, TestStage.Authenticate, TestStage.Quit);
        Assert.Equal("Settings failed", Expect.Stage(report, TestStage.Quit).SkipReason);
    }

    [Theory]
    [Provokes("Settings.Invalid")]
    [InlineData("mail example.test")]
    [InlineData("mail.example.test\r\nRCPT TO:<x@y>")]
    [InlineData("mail\0.example.test")]
    [InlineData("")]
    [InlineData("https://mail.example.test/")]
    [InlineData("mail.example.test:25")]
    [InlineData("\u202Etset.elpmaxe")]
    public async Task An_invalid_host_name_is_not_resolved(string host)
    {
        var report = await _bench.Tests.TestAsync(new OutgoingTestRequest { Host = host });
        var finding = Expect.Primary(report, "Settings.Invalid", TestStage.Settings);
        Assert.DoesNotContain(finding.Cause, c => char.IsControl(c) || c == '\u202E');
        Expect.Skipped(report, TestStage.Dns);
    }

    [Fact]
    public async Task A_host_name_of_300_characters_is_refused() => Expect.Primary(
        await _bench.Tests.TestAsync(new OutgoingTestRequest { Host = string.Join('.', Enumerable.Repeat("abcdefghi", 30)) }), "Settings.Invalid", TestStage.Settings);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65536)]
    public async Task A_port_out_of_range_is_refused(int port) => Expect.Primary(
        await _bench.Tests.TestAsync(new OutgoingTestRequest { Host = "mail.example.test", Port = port }), "Settings.Invalid", TestStage.Settings);

    [Fact]
    public async Task A_user_name_with_a_line_break_is_refused_and_not_repeated()
    {
        var report = await _bench.Tests.TestAsync(new IncomingTestRequest { Host = TestBench.Host, User = "canary\r\nA2 LOGOUT", Password = _bench.Secret("x") });
        Assert.DoesNotContain("canary", Expect.Primary(report, "Settings.Invalid", TestStage.Settings).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_limit_of_nothing_is_refused() => Expect.Primary(
        await _bench.Tests.TestAsync(new OutgoingTestRequest { Host = "mail.example.test", Timeouts = new TestTimeouts { Total = TimeSpan.Zero } }), "Settings.Invalid", TestStage.Settings);

    [Fact]
    public async Task An_international_host_name_is_looked_up_in_ASCII()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: QUIT", "S: 221 bye");
        var report = await _bench.OutgoingAsync(server, request => request with { Host = "bücher.example.test" });
        Assert.Equal("xn--bcher-kva.example.test", Assert.IsType<DnsFacts>(Expect.Stage(report, TestStage.Dns).Facts).Name);
        Assert.StartsWith("bücher.example.test:", report.Target, StringComparison.Ordinal);
    }

    [Fact]
    [Provokes("Secret.NotSet")]
    public async Task A_password_that_was_never_entered_is_named_by_its_purpose()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: QUIT", "S: 221 bye");
        _bench.System.Assign(SettingBlocks.Outgoing, new("host", TestBench.Host), new("port", server.Port), new("authentication", "Basic"), new("serverUser", "mailer"));
        var report = await _bench.Tests.TestAsync(new OutgoingTestRequest());
        Assert.Contains("outgoing.password", Expect.Primary(report, "Secret.NotSet", TestStage.Secret).NextStep, StringComparison.Ordinal);
        Expect.Passed(report, TestStage.Connect, TestStage.Capabilities);
        Expect.Skipped(report, TestStage.Authenticate);
    }

    [Theory]
    [Provokes("Secret.NotForThisTarget")]
    [InlineData("host")]
    [InlineData("port")]
    [InlineData("TLS")]
    [InlineData("trusted roots")]
    [InlineData("server object")]
    public async Task A_stored_password_is_sent_nowhere_else(string what)
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH", "S: 235 welcome");
        _bench.Store(server, Password, new Assignment("host", what == "host" ? "other.example.test" : TestBench.Host), new Assignment("port", what == "port" ? 2525 : server.Port));
        var request = what switch
        {
            "host" => new OutgoingTestRequest { Host = TestBench.Host },
            "port" => new OutgoingTestRequest { Port = server.Port },
            "TLS" => new OutgoingTestRequest { TlsMode = TlsChoice.StartTls },
            "server object" => new OutgoingTestRequest { Server = _bench.System.Session.Settings.ReadOutgoingServer() with { Host = "evil.example.test" } },
            _ => new OutgoingTestRequest { ExtraRoots = TestBench.Authority.Trusted },
        };
        var report = await _bench.Tests.TestAsync(request);
        Expect.Primary(report, "Secret.NotForThisTarget", TestStage.Secret);
        Expect.Skipped(report, TestStage.Authenticate);
        Assert.DoesNotContain(server.Received, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_provided_again_may_be_sent_elsewhere()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH", "S: 235 welcome", "C: QUIT", "S: 221 bye");
        _bench.Store(server, Password);
        var report = await _bench.Tests.TestAsync(new OutgoingTestRequest { Host = "other.example.test", Password = _bench.Secret("another") });
        Assert.Null(report.Primary);
    }

    [Theory]
    [InlineData("address")]
    [InlineData("clientId")]
    [InlineData("host")]
    [InlineData("trusted roots")]
    public async Task A_stored_client_secret_gets_no_token_for_another_target(string what)
    {
        _bench.System.Use(TestCertificates.Make());
        _bench.System.AddServer("Support");
        _bench.System.Set("incoming.secret:Support", "client-secret");
        var request = new IncomingTestRequest { Name = "support", Mailbox = "a@example.test", Timeouts = TestBench.Patient };
        var report = await _bench.Tests.TestAsync(what switch
        {
            "address" => request with { Address = new Uri($"https://evil.example.test/{Guid.NewGuid()}") },
            "clientId" => request with { ClientId = Guid.NewGuid() },
            "host" => request with { Host = "evil.example.test" },
            _ => request with { ExtraRoots = TestBench.Authority.Trusted },
        });
        Expect.Primary(report, "Secret.NotForThisTarget", TestStage.Secret);
        Expect.Skipped(report, TestStage.Token, TestStage.Authenticate);
    }

    [Fact]
    [Provokes("Secret.CertificateMissing")]
    public async Task A_missing_certificate_is_named()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: QUIT", "S: 221 bye");
        _bench.Store(server, Password);
        _bench.System.Certificates.Remove(Thumbprint());
        var report = await _bench.Tests.TestAsync(new OutgoingTestRequest());
        Assert.Contains(Thumbprint(), Expect.Primary(report, "Secret.CertificateMissing", TestStage.Secret).Cause, StringComparison.Ordinal);
        Expect.Passed(report, TestStage.Capabilities);
    }

    [Fact]
    [Provokes("Secret.KeyMissing")]
    public async Task A_certificate_without_its_key_is_distinguished_from_a_missing_one()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: QUIT", "S: 221 bye");
        var certificate = TestCertificates.Make();
        _bench.Store(server, Password);
        using var stored = _bench.System.Certificates.Stores.Read(CertificateLocation.CurrentUser).First();
        using var bare = TestCertificates.WithoutKey(stored);
        _bench.System.Certificates.Remove(Thumbprint());
        _bench.System.Certificates.Add(bare);
        Expect.Primary(await _bench.Tests.TestAsync(new OutgoingTestRequest()), "Secret.KeyMissing", TestStage.Secret);
    }

    [Fact]
    [Provokes("Secret.Undecryptable")]
    public async Task An_altered_secret_cannot_be_decrypted()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: QUIT", "S: 221 bye");
        _bench.Store(server, Password);
        _bench.System.Alter(SecretKey.OutgoingPassword);
        Expect.Primary(await _bench.Tests.TestAsync(new OutgoingTestRequest()), "Secret.Undecryptable", TestStage.Secret);
    }

    [Theory]
    [Provokes("Secret.ClientSecretExpired")]
    [Provokes("Secret.ClientSecretExpiresSoon")]
    [InlineData(-1, "Secret.ClientSecretExpired")]
    [InlineData(10, "Secret.ClientSecretExpiresSoon")]
    public async Task An_expired_client_secret_is_a_warning_and_the_authority_decides(int days, string id)
    {
        await using var tokens = new ScriptedTokenEndpoint();
        _bench.System.Use(TestCertificates.Make());
        var ends = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(days);
        tokens.AddServer(_bench, "Support", new Assignment("secretExpires", ends.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        _bench.System.Set("incoming.secret:Support", "client-secret");
        var report = await _bench.Tests.TestAsync(new IncomingTestRequest { Name = "Support", Timeouts = TestBench.Patient });
        Expect.Noted(report, id, TestStage.Secret);
        Expect.Passed(report, TestStage.Token);
        Assert.Equal("outlook.office365.com:993", report.Target);
    }

    [Fact]
    public async Task An_unknown_server_is_an_invalid_call()
    {
        var error = await Assert.ThrowsAsync<EmailSettingsException>(() => _bench.Tests.TestAsync(new IncomingTestRequest { Name = "nobody" }));
        Assert.Equal(SettingsErrors.IncomingServerNotFound, error.Code);
    }

    [Fact]
    public async Task A_piped_object_is_tested_unchanged()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: QUIT", "S: 221 bye");
        var report = await _bench.Tests.TestAsync(new OutgoingTestRequest { Server = new OutgoingMailServer { Enabled = true, Host = TestBench.Host, Port = server.Port } });
        Assert.Equal(CheckStatus.Passed, report.Status);
        var facts = Assert.IsType<SettingsStageFacts>(Expect.Stage(report, TestStage.Settings).Facts);
        Assert.Equal("proposed", facts.Sources["host"]);
    }

    [Theory]
    [InlineData(TestAuthentication.OAuthService, "password")]
    [InlineData(TestAuthentication.Basic, "client secret")]
    [InlineData(TestAuthentication.OAuthUser, "client secret")]
    public async Task A_secret_of_the_other_kind_is_sent_nowhere(TestAuthentication authentication, string what)
    {
        await using var tokens = new ScriptedTokenEndpoint();
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH");
        T Wrongly<T>(T request)
            where T : ServerTestRequest
        {
            var filled = tokens.Use(request) with { Host = TestBench.Host, Port = server.Port, User = "alice", Authentication = authentication };
            return what == "password" ? filled with { Password = _bench.Secret(Password) } : filled with { ClientSecret = _bench.Secret(Password) };
        }
        foreach (var report in new[] { await _bench.Tests.TestAsync(Wrongly(new OutgoingTestRequest())), await _bench.Tests.TestAsync(Wrongly(new IncomingTestRequest())) })
            Assert.Contains($"'{what}'", Expect.Primary(report, "Settings.Invalid", TestStage.Settings).Cause, StringComparison.Ordinal);
        Assert.Empty(server.Received);
        Assert.Empty(tokens.Received);
    }

    [Theory]
    [InlineData(true, false, null, "Secret.NotSet")]
    [InlineData(false, true, null, "Settings.Incomplete")]
    [InlineData(true, false, TestAuthentication.Anonymous, "Settings.Invalid")]
    [InlineData(false, true, TestAuthentication.Anonymous, "Settings.Invalid")]
    public async Task An_incomplete_login_is_never_silently_skipped(bool hasUser, bool hasPassword, TestAuthentication? authentication, string id)
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: QUIT", "S: 221 bye");
        var report = await _bench.OutgoingAsync(server, request => request with
        {
            Authentication = authentication,
            User = hasUser ? "mailer" : null,
            Password = hasPassword ? _bench.Secret(Password) : null,
        });
        Assert.Equal(id, report.Primary!.Id);
    }

    [Theory]
    [InlineData(true, TestAuthentication.OAuthUser, TestStage.Secret, true)]
    [InlineData(false, TestAuthentication.OAuthUser, TestStage.Settings, true)]
    [InlineData(false, TestAuthentication.Basic, TestStage.Settings, false)]
    public async Task A_missing_password_of_a_user_is_specified_with_the_call_since_no_setting_holds_it(bool isOutgoing, TestAuthentication authentication, TestStage stage, bool hasDeviceCode)
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: QUIT", "S: 221 bye");
        await using var tokens = new ScriptedTokenEndpoint();
        T Filled<T>(T request)
            where T : ServerTestRequest => tokens.Use(request) with { Host = TestBench.Host, Port = server.Port, User = "alice", Authentication = authentication };
        var report = isOutgoing ? await _bench.Tests.TestAsync(Filled(new OutgoingTestRequest())) : await _bench.Tests.TestAsync(Filled(new IncomingTestRequest { Mailbox = "a@example.test" }));

        var finding = Expect.Stage(report, stage).Findings.Single(finding => finding.Id == "Settings.Incomplete");
        Assert.DoesNotContain("settings", finding.Cause + finding.NextStep, StringComparison.Ordinal);
        Assert.Contains("-Credential", finding.NextStep, StringComparison.Ordinal);
        Assert.Contains("('--user' and '--password-stdin', -Credential)", finding.CommandLineStep, StringComparison.Ordinal);
        Assert.Equal(hasDeviceCode, finding.CommandLineStep.Contains("'--device-code' (-DeviceCode)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_client_secret_of_an_application_that_is_not_stored_is_specified_with_the_call()
    {
        await using var server = Scripts.Imap("IMAP4rev1", "C: LOGOUT", "S: A2 OK");
        await using var tokens = new ScriptedTokenEndpoint();
        var report = await _bench.IncomingAsync(server, request => tokens.Use(request) with { Authentication = TestAuthentication.OAuthService, Mailbox = "a@example.test" });

        var finding = Expect.Stage(report, TestStage.Secret).Findings.Single();
        Assert.Equal("Settings.Incomplete", finding.Id);
        Assert.DoesNotContain("settings", finding.Cause + finding.NextStep, StringComparison.Ordinal);
        Assert.Contains("'--secret-stdin'", finding.CommandLineStep, StringComparison.Ordinal);
    }

    private string Thumbprint() => _bench.System.Session.Settings.ReadAll().Certificate!.Thumbprint;
}
