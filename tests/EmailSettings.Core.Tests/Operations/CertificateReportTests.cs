using System.Collections;
using System.Text.Json;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Health;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Secrets;

namespace EmailSettings.Core.Tests.Operations;

public sealed class CertificateReportTests : IDisposable
{
    private readonly TestSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Fact]
    public void A_sound_system_passes_and_every_secret_is_named()
    {
        var thumbprint = _system.Use(TestCertificates.Make(toDays: 400));
        _system.StoreThree();
        var report = _system.Session.Certificates.Test();
        Assert.Equal("Passed", report.Status);
        Assert.Empty(report.Findings);
        Assert.Equal((thumbprint, @"CurrentUser\My", 2048), (report.Thumbprint, report.FoundIn, report.KeySize));
        Assert.True(report.KeyPresent);
        Assert.True(report.KeyUsable);
        Assert.True(report.KeyExportable);
        Assert.Equal(Environment.MachineName, report.HostName);
        Assert.Equal(TestSystem.Three, report.Secrets.Select(secret => secret.Purpose).Order(StringComparer.Ordinal));
        Assert.All(report.Secrets, secret => Assert.True(secret.Depends && secret.Decrypts));
        Assert.Empty(report.ToReEnter);
    }

    [Fact]
    public void Without_a_choice_the_report_says_so()
    {
        var report = _system.Session.Certificates.Test();
        Assert.Equal("Failed", report.Status);
        Assert.Equal(SecretErrors.CertificateNotChosen.Id, Assert.Single(report.Findings).Id);
        Assert.Null(report.Thumbprint);
    }

    [Fact]
    public void A_removed_certificate_fails_with_the_list_of_what_to_re_enter()
    {
        var thumbprint = _system.Use(TestCertificates.Make());
        _system.StoreThree();
        _system.Certificates.Remove(thumbprint);
        var report = _system.Session.Certificates.Test();
        Assert.Equal("Failed", report.Status);
        Assert.Equal(thumbprint, report.Thumbprint);
        Assert.Null(report.FoundIn);
        Assert.False(report.KeyUsable);
        Assert.Equal(TestSystem.Three, report.ToReEnter);
        Assert.Contains(report.Findings, finding => finding.Id == SecretErrors.CertificateMissing.Id && finding.Severity == Severity.Error);
        Assert.Equal(3, report.Findings.Count(finding => finding.Id == SettingsFindings.SecretCertificateMissing.Id));
    }

    [Fact]
    public void The_SMS_Servers_password_is_to_be_re_entered_even_if_it_is_not_kept_here()
    {
        var thumbprint = _system.Use(TestCertificates.Make());
        _system.Certificates.Remove(thumbprint);
        Assert.Equal(["sms.password"], _system.Session.Certificates.Test().ToReEnter);
        Assert.Equal("sms.password", Assert.Single(_system.Session.Secrets.List(toReEnter: true)).Purpose);
    }

    [Fact]
    public void An_altered_secret_and_one_on_an_earlier_certificate_are_distinguished()
    {
        var earlier = _system.Use(TestCertificates.Make("CN=earlier"));
        _system.StoreThree();
        var chosen = _system.Use(TestCertificates.Make("CN=chosen", TestCertificates.OtherKey));
        _system.Set("sms.password", "new");
        _system.Alter(SecretKey.OutgoingPassword);
        var report = _system.Session.Certificates.Test();
        Assert.Equal("Failed", report.Status);
        Assert.Equal(["outgoing.password"], report.ToReEnter);
        var onEarlier = Assert.Single(report.Findings, finding => finding.Id == SecretErrors.SecretsOnEarlierCertificate.Id);
        Assert.Equal(Severity.Warning, onEarlier.Severity);
        Assert.Contains(earlier, onEarlier.Cause, StringComparison.Ordinal);
        Assert.Equal(["sms.password"], report.Secrets.Where(secret => secret.Depends).Select(secret => secret.Purpose));
        Assert.Equal(chosen, report.Thumbprint);
        Assert.Equal(Severity.Error, report.Findings[0].Severity);
    }

    [Fact]
    public void Expiry_dates_of_certificate_and_client_secrets_are_one_list()
    {
        var today = DateOnly.FromDateTime(_system.Clock.Now.UtcDateTime);
        _system.Use(TestCertificates.Make(toDays: 60));
        _system.StoreThree();
        foreach (var (name, days) in new[] { ("Soon", 10), ("Past", -3), ("Later", 50), ("Far", 900) })
        {
            _system.AddServer(name, new Assignment("secretExpires", today.AddDays(days)));
            _system.Set($"incoming.secret:{name}", name);
        }

        string[] expected = ["incoming.secret:Past", "incoming.secret:Soon", "incoming.secret:Later", "incoming.secret:Far", .. TestSystem.Three];
        Assert.Equal(expected, _system.Session.Secrets.List().Select(secret => secret.Purpose));
        Assert.Equal(["Secret.ClientSecretExpired", "Secret.ClientSecretExpiresSoon"], Ids(30));
        Assert.Equal(["Secret.ClientSecretExpired"], Ids(0));
        Assert.Equal(["Secret.ClientSecretExpired", "CertificateEndsSoon", "Secret.ClientSecretExpiresSoon", "Secret.ClientSecretExpiresSoon"], Ids(70));

        IEnumerable<string> Ids(int daysBefore) => _system.Session.Certificates.Test(daysBefore).Findings.Select(finding => finding.Id);
    }

    [Fact]
    public void The_health_report_says_the_same()
    {
        var earlier = _system.Use(TestCertificates.Make("CN=earlier"));
        _system.StoreThree();
        _system.Use(TestCertificates.Make("CN=chosen", TestCertificates.OtherKey));
        var secrets = _system.Session.Health.Check().Checks.Single(check => check.Check == "Secrets");
        Assert.Equal(SecretErrors.SecretsOnEarlierCertificate.Id, Assert.Single(secrets.Findings).Id);
        _system.Certificates.Remove(earlier);
        var certificate = _system.Session.Health.Check();
        Assert.Equal(3, certificate.Checks.Single(check => check.Check == "Secrets").Findings.Count);
    }

    [Fact]
    public void The_report_is_plain_and_round_trips_through_JSON()
    {
        _system.Use(TestCertificates.Make(toDays: 5));
        _system.StoreThree();
        // Findings are only created from their table.
        var report = _system.Session.Certificates.Test() with { Findings = [] };
        AssertPlain(typeof(CertificateReport));
        var json = JsonSerializer.Serialize(report);
        var back = JsonSerializer.Deserialize<CertificateReport>(json)!;
        Assert.Equal(json, JsonSerializer.Serialize(back));
        Assert.Equal(3, back.Secrets.Count);
        Assert.DoesNotContain("BEGIN CMS", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Setting_an_outgoing_password_without_the_certificate_names_every_secret_to_re_enter()
    {
        var thumbprint = _system.Use(TestCertificates.Make("CN=gone"));
        _system.StoreThree();
        _system.Certificates.Remove(thumbprint);
        var faults = new List<Finding>
        {
            Refusal.Of(SecretErrors.CertificateMissing, () => _system.Set("outgoing.password", "x")),
            Refusal.Of(SecretErrors.CertificateMissing, () => _system.Read("sms.password")),
            Refusal.Of(SecretErrors.CertificateMissing, () => _system.Session.Certificates.ReadChosen()),
            Refusal.Of(SecretErrors.CertificateMissing, () => _system.Session.Secrets.Reprotect(true, _system.Host)),
            Refusal.Of(SecretErrors.CertificateMissing, () => _system.Session.Certificates.Export(_system.Files.File("x.cer"), null, _system.Host)),
            Refusal.Of(SecretErrors.CertificateMissing, AssignPassword),
        };
        Assert.All(faults, fault =>
        {
            Assert.Equal((thumbprint, "CN=gone"), ((string)fault.Value!, fault.Limit!));
            Assert.All(TestSystem.Three, purpose => Assert.Contains(purpose, fault.Detail, StringComparison.Ordinal));
        });

        void AssignPassword()
        {
            using var text = SecretText.FromUtf8("x"u8);
            _system.Assign(SettingBlocks.Outgoing, new Assignment("password", text));
        }
    }

    private static void AssertPlain(Type type)
    {
        foreach (var property in type.GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            var value = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (value.IsGenericType && typeof(IEnumerable).IsAssignableFrom(value)) value = value.GetGenericArguments()[0];
            // The module's type table serializes findings as plain values.
            if (value == typeof(Finding)) continue;
            if (value == typeof(SecretHealth)) AssertPlain(value);
            else Assert.Contains(value, new[] { typeof(string), typeof(int), typeof(bool), typeof(DateTime) });
        }
    }
}
