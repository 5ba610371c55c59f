using System.Text.RegularExpressions;
using EmailSettings.Core.Findings;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Findings;

/// <summary>Next steps on the command line.</summary>
public sealed partial class NextStepTests
{
    [Theory]
    [InlineData("Bind it with Update-MailPassword ('emailsettings secret reprotect'), or remove it.", "Bind it with 'emailsettings secret reprotect' (Update-MailPassword), or remove it.")]
    [InlineData("Use Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"').", "Use 'emailsettings secret set \"{value}\"' (Set-MailPassword -Purpose '{value}').")]
    [InlineData("Ask to overwrite it (-Force, '--force').", "Ask to overwrite it ('--force', -Force).")]
    [InlineData("Test with -TlsMode StartTls ('--tls starttls'), or else.", "Test with '--tls starttls' (-TlsMode StartTls), or else.")]
    [InlineData("Give them (-Credential, '--user' and '--password-stdin').", "Give them ('--user' and '--password-stdin', -Credential).")]
    [InlineData("With the output of Get-Error, or with the version ('emailsettings --version').", "With the output of Get-Error, or with the version ('emailsettings --version').")]
    public void The_command_lines_own_form_comes_first(string step, string shown) => Assert.Equal(shown, CommandLineWording.First(step));

    [Fact]
    public void It_comes_first_in_every_step() => Assert.All(NextSteps.All, step => Assert.DoesNotMatch(PowerShellFirst(), CommandLineWording.First(step)));

    [Fact]
    public void Filled_in_values_are_unchanged()
    {
        const string Hostile = "Set-MailPassword -Purpose x ('emailsettings secret set y')";
        var finding = SettingsFindings.SecretNotSet.At(value: Hostile);
        Assert.Contains($"'emailsettings secret set \"{Hostile}\"'", finding.CommandLineStep, StringComparison.Ordinal);
    }

    // PowerShell would parse them as expressions.
    [Fact]
    public void Parentheses_in_commands_of_Windows_are_quoted()
    {
        var commands = NextSteps.All.SelectMany(step => WindowsCommand().Matches(step)).Select(match => match.Value).ToList();
        Assert.NotEmpty(commands);
        Assert.All(commands, command => Assert.DoesNotContain('(', Quoted().Replace(command, "")));
    }

    [GeneratedRegex("icacls [^,]*")]
    private static partial Regex WindowsCommand();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?:\b[A-Z][a-z]+-(?:Email|Mail|Outgoing|Incoming)\w+|[ (]-[A-Z]\w+)[^.;,()]*,? ?\(?'(?:emailsettings |--)")]
    private static partial Regex PowerShellFirst();
}
