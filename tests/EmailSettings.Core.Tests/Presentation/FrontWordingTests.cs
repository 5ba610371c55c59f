using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;
using EmailSettings.Core.Settings;

namespace EmailSettings.Core.Tests.Presentation;

public sealed class FrontWordingTests
{
    private static readonly View[] InCommands = [.. Views(Front.CommandLine)];
    private static readonly View[] InCmdlets = [.. Views(Front.PowerShell)];

    [Fact]
    public void The_command_line_is_sent_to_its_own_commands()
    {
        Assert.All(InCommands, view => Assert.Contains("'emailsettings ", PageText.Of(view.Page()), StringComparison.Ordinal));
    }

    [Fact]
    public void PowerShell_is_sent_to_cmdlets()
    {
        Assert.All(InCmdlets, view =>
        {
            var text = PageText.Of(view.Page());
            Assert.DoesNotContain("emailsettings ", text, StringComparison.Ordinal);
            Assert.Matches("[A-Z][a-z]+-[A-Z][A-Za-z]+", text);
        });
    }

    [Fact]
    public void A_next_step_that_names_both_begins_with_the_front_s_own_way()
    {
        var finding = SecretErrors.AccountCannotUseKey.At("account", "nobody", "AB", "Run Update-MailPassword ('emailsettings secret reprotect').");

        Assert.Equal((finding.NextStep, finding.CommandLineStep), (Front.PowerShell.StepOf(finding), Front.CommandLine.StepOf(finding)));
        Assert.Equal("Run 'emailsettings secret reprotect' (Update-MailPassword).", Front.CommandLine.StepOf("Run Update-MailPassword ('emailsettings secret reprotect')."));
    }

    private static IEnumerable<View> Views(Front front) =>
    [
        CertificateViews.Of((ChosenCertificate?)null, front),
        CertificateViews.Of(Array.Empty<ChosenCertificate>(), front),
        RightViews.Of(areEnforced: false, [], [], front),
        SettingsViews.Of(Array.Empty<IncomingMailServer>(), front),
        StoreViews.OfBackup("settings.backup", isWritten: true, front),
        SecretViews.Of(new ReprotectResult("AB", [], 0, ["outgoing.password"], 2, false), null, front),
    ];
}
