using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Health;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Tests.Presentation;

/// <summary>The page and the object of the initial setup.</summary>
public sealed class InitializeViewsTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_page_leads_from_the_store_to_what_must_still_be_entered()
    {
        string[] headings = [.. InitializeViews.Of(Result("sms.password"), Front.CommandLine).Page().Sections.Select(section => section.Heading!.Text)];

        Assert.Equal("Settings store", headings[0]);
        Assert.Equal(["Password certificate (new)", "Health: Passed", "Still to be entered"], headings[^3..]);
        Assert.Contains("Outgoing mail server", headings);
    }

    [Theory]
    [InlineData(Front.CommandLine, "sms.password", "emailsettings secret set sms.password")]
    [InlineData(Front.CommandLine, "incoming.secret:O'Neill sales", @"emailsettings secret set 'incoming.secret:O'\''Neill sales'")]
    [InlineData(Front.PowerShell, "incoming.secret:O'Neill sales", "Set-MailPassword -Purpose 'incoming.secret:O''Neill sales'")]
    public void A_secret_still_to_be_entered_has_the_command_ready_to_type(Front front, string purpose, string command)
    {
        var view = InitializeViews.Of(Result(purpose), front);
        var entry = NamedValues.Json(view.Content).GetProperty("stillToEnter")[0];

        Assert.Equal(["purpose", "command"], NamedValues.Of(entry));
        Assert.Equal((purpose, command), (entry.GetProperty("purpose").GetString(), entry.GetProperty("command").GetString()));
        Assert.Equal([purpose, command], view.Page().Sections[^1].Parts.OfType<Table>().Single().Rows.Single().Select(cell => cell.Text));
    }

    [Fact]
    public void Programs_get_each_part_and_null_for_what_was_not_done()
    {
        var done = NamedValues.Json(InitializeViews.Of(Result(), Front.CommandLine).Content);
        var notDone = NamedValues.Json(InitializeViews.Of(Result() with { Certificate = null, Import = null }, Front.CommandLine).Content);

        Assert.Equal(["store", "certificate", "certificateCreated", "import", "settings", "health", "stillToEnter"], NamedValues.Of(done));
        Assert.Equal(["changed", "revision", "whatIf", "warnings"], NamedValues.Of(done.GetProperty("import")));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, notDone.GetProperty("certificate").ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, notDone.GetProperty("import").ValueKind);
    }

    [Fact]
    public void An_existing_certificate_is_not_called_new()
    {
        var page = InitializeViews.Of(Result() with { CertificateCreated = false }, Front.CommandLine).Page();

        Assert.Contains(page.Sections, section => section.Heading!.Text == "Password certificate");
    }

    private static InitializeResult Result(params string[] stillToEnter) => new(
        "/srv/a.db",
        new ChosenCertificate("0123456789ABCDEF0123456789ABCDEF01234567", "CN=a", null, Time, Time.AddYears(1), 365, @"CurrentUser\My", true, 2048), CertificateCreated: true,
        new ChangeResult([], 1, WhatIf: false, []), SystemEmailSettings.From(new StoredState()), HealthReport.Of([new HealthCheck("Store", CheckStatus.Passed, [])]), stillToEnter);
}
