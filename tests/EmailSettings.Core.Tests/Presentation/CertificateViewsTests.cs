using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Health;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;

namespace EmailSettings.Core.Tests.Presentation;

/// <summary>Pages and objects of the password certificate and of its health.</summary>
public sealed class CertificateViewsTests
{
    private const string Chosen = "0123456789ABCDEF0123456789ABCDEF01234567";

    private static readonly DateTime Time = new(2026, 11, 22, 10, 0, 0, DateTimeKind.Utc);

    private static readonly Finding Shared = SecretErrors.CertificateNotChosen.At("certificate");

    [Fact]
    public void A_report_has_the_certificate_then_the_secrets_then_the_findings()
    {
        var lines = PageText.Of(CertificateReportViews.Of(Report(), Front.CommandLine).Page()).Split('\n');

        Assert.Equal(
            [@"# Password certificate on HOST, as HOST\user", "# Stored secrets", "# Health: Failed"],
            lines.Where(line => line.StartsWith('#')));
        Assert.Equal(
            [
                "- sms.password | set | chosen certificate",
                "- outgoing.secret | set, expires in 42 days | chosen certificate",
                "- outgoing.password | cannot be decrypted: PrivateKeyMissing [Bad] | FEDC",
            ], lines.SkipWhile(line => line != "# Stored secrets").Skip(1).TakeWhile(line => !line.StartsWith('#')));
        Assert.Equal($"-  | Next: {Shared.CommandLineStep}", lines[^1]);
    }

    [Fact]
    public void A_report_without_secrets_has_no_section_for_them()
    {
        var page = CertificateReportViews.Of(Report() with { Secrets = [] }, Front.CommandLine).Page();

        Assert.Equal(2, page.Sections.Count);
    }

    [Fact]
    public void A_report_has_the_same_facts_for_programs_as_on_its_page()
    {
        var view = CertificateReportViews.Of(Report(), Front.PowerShell);
        var json = NamedValues.Json(view.Content);
        var shown = view.Page().Sections[0].Parts.OfType<Table>().Single().Rows.Select(row => row[0].Text);

        Assert.Equal(["status", "hostName", "account", "time", .. shown, "secrets", "findings"], NamedValues.Of(json));
        Assert.Equal("2026-11-22T10:00:00Z", json.GetProperty("time").GetString());
        Assert.Equal(["purpose", "thumbprint", "depends", "decrypts", "problem", "expires", "daysLeft"], NamedValues.Of(json.GetProperty("secrets")[0]));
        Assert.Equal("2027-01-03", json.GetProperty("secrets")[1].GetProperty("expires").GetString());
        Assert.Equal(Shared.NextStep, json.GetProperty("findings")[0].GetProperty("nextStep").GetString());
    }

    [Fact]
    public void The_step_for_another_account_begins_with_the_command_of_the_front_end()
    {
        var report = Report() with { ForAccount = "svc", ForAccountMayUseKey = false, ForAccountNextStep = "Run Test-Access ('emailsettings a')." };

        Assert.StartsWith("Run 'emailsettings a'", NamedValues.Json(CertificateReportViews.Of(report, Front.CommandLine).Content).GetProperty("forAccountNextStep").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Run Test-Access", NamedValues.Json(CertificateReportViews.Of(report, Front.PowerShell).Content).GetProperty("forAccountNextStep").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Candidates_are_a_table_in_which_an_unusable_key_stands_out()
    {
        var usable = new ChosenCertificate(Chosen, "CN=a", null, Time, Time.AddDays(42), 42, @"CurrentUser\My", true, 2048);
        var page = CertificateViews.Of([usable, usable with { KeyUsable = false }], Front.CommandLine).Page();

        Assert.Equal(["usable [Good]", "not usable [Bad]"], PageText.Of(page).Split('\n')[^2..].Select(line => line.Split(" | ")[^1]));
        Assert.Contains("New-MailPasswordCertificate", PageText.Of(CertificateViews.Of([], Front.PowerShell).Page()), StringComparison.Ordinal);
        Assert.Null(CertificateViews.Of((ChosenCertificate?)null, Front.PowerShell).Content);
    }

    private static CertificateReport Report() => new()
    {
        Status = "Failed",
        HostName = "HOST",
        Account = @"HOST\user",
        Time = Time,
        Thumbprint = Chosen,
        Subject = "CN=a",
        Secrets =
        [
            new SecretHealth("sms.password", Chosen, true, true, null, null, null),
            new SecretHealth("outgoing.secret", Chosen, true, true, null, Time.AddDays(42), 42),
            new SecretHealth("outgoing.password", "FEDC", false, false, "PrivateKeyMissing", null, null),
        ],
        ToReEnter = ["outgoing.password"],
        Findings = [Shared],
    };
}
