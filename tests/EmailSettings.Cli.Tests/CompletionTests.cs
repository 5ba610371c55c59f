using System.Diagnostics;
using System.Globalization;

namespace EmailSettings.Cli.Tests;

/// <summary>Completions, and the scripts that shells load.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly CommandLineHome _home = new();

    public CompletionTests() =>
        _home.Run("incoming", "add", "Contoso sales", "address=https://login.microsoftonline.com/11111111-1111-1111-1111-111111111111", "authentication=OAuth Service", "clientId=22222222-2222-2222-2222-222222222222");

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("emailsettings sh", "show")]
    [InlineData("/opt/tools/emailsettings sh", "show")]
    [InlineData("emailsettings completion ", "bash", "powershell", "zsh")]
    [InlineData("emailsettings --output ", "json", "table")]
    [InlineData("emailsettings set basic max", "maxIncomingSizeKB=")]
    [InlineData("emailsettings set basic sentEncoding=b", "sentEncoding=base64", "sentEncoding=binary")]
    [InlineData("emailsettings set basic attachmentEncodings=wav=8bit;*=q", "attachmentEncodings=wav=8bit;*=quoted-printable")]
    [InlineData("emailsettings set outgoing useSsl=", "useSsl=false", "useSsl=true")]
    [InlineData("emailsettings set outgoing authentication=o", "authentication=OAuthService")]
    [InlineData("emailsettings reset outgoing us", "useSsl")]
    [InlineData("emailsettings incoming remove ", "Contoso sales")]
    [InlineData("emailsettings test incoming C", "Contoso sales")]
    [InlineData("emailsettings test outgoing --tls s", "starttls")]
    [InlineData("emailsettings secret remove i", "incoming.secret:Contoso sales")]
    [InlineData("emailsettings explain Tls.Na", "Tls.Name")]
    [InlineData("emailsettings undo ", "1")]
    [InlineData("emailsettings import ")]
    [InlineData("emailsettings import --w", "--what-if")]
    public void Completions_are_offered(string line, params string[] offers)
    {
        var answer = _home.Run("complete", line);

        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        Assert.Equal(offers, answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("emailsettings --store {0} incoming remove ")]
    [InlineData("emailsettings incoming remove --store {0} ")]
    public void What_the_named_store_holds_is_offered(string line)
    {
        var other = _home["other.db"];
        _home.Run("incoming", "add", "Only there", "address=https://login.microsoftonline.com/11111111-1111-1111-1111-111111111111", "authentication=OAuthUser", "clientId=22222222-2222-2222-2222-222222222222", "--store", other);

        Assert.Equal("Only there", _home.Run("complete", string.Format(CultureInfo.InvariantCulture, line, other)).Output.TrimEnd());
    }

    [Theory]
    [InlineData("incoming", "remove")]
    [InlineData("test", "incoming")]
    [InlineData("secret", "remove")]
    [InlineData("test")]
    [InlineData("incoming")]
    [InlineData("undo")]
    public void Help_holds_nothing_of_the_store(params string[] command)
    {
        var help = _home.Run([.. command, "--help"]).Output;
        Assert.DoesNotContain("Contoso", help, StringComparison.Ordinal);
        Assert.DoesNotContain("<1>", help, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unreadable_store_offers_nothing_silently()
    {
        File.WriteAllText(_home.Store, "no store");

        var answer = _home.Run("complete", "emailsettings incoming remove C");

        Assert.Equal((0, "", ""), (answer.ExitCode, answer.Output, answer.Errors));
    }

    [Fact]
    public void Bash_completes_quoted_text_and_after_an_equals_sign()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows() && File.Exists("/bin/bash"), "Needs bash on a system of Unix.");
        Assert.Equal(["Contoso\\ sales"], Bash("emailsettings incoming remove "));
        Assert.Equal(["OAuthService"], Bash("emailsettings set outgoing authentication=O"));
        Assert.Equal(["bodyCharset="], Bash("emailsettings set basic bodyCh"));
    }

    [Theory]
    [InlineData("emailsettings incoming remove ", "Contoso sales")]
    [InlineData("emailsettings set outgoing authentication=O", "authentication=OAuthService")]
    [InlineData("emailsettings set basic bodyCh", "bodyCharset=")]
    [InlineData("emailsettings import ", "files")]
    public void Zsh_completes_values_fields_and_files(string line, string offer)
    {
        Assert.SkipUnless(File.Exists("/bin/zsh") || File.Exists("/usr/bin/zsh"), "Needs zsh.");
        // Calls the function as the completion system does, with its functions replaced by ones that print.
        const string Script = """
            compdef() { : }
            compadd() { local all=$@[-1]; print -rl -- ${(P)all} }
            _files() { print files }
            source <("$1" completion zsh)
            words=("$1")
            LBUFFER=$2
            _emailsettings
            """;
        Assert.Equal([offer], Shell("zsh", ["-f", "-c", Script, "zsh"], line));
    }

    // Loads the script and calls its function as readline does.
    private string[] Bash(string line)
    {
        const string Script = """
            source <("$1" completion bash)
            compopt() { :; }
            COMP_LINE=$2 COMP_POINT=${#2} COMP_WORDS=("$1")
            _emailsettings && printf '%s\n' "${COMPREPLY[@]}"
            """;
        return Shell("bash", ["--norc", "-c", Script, "bash"], line);
    }

    private string[] Shell(string shell, string[] arguments, string line)
    {
        var program = _home["emailsettings"];
        File.WriteAllText(program, $"#!/bin/sh\nexec {string.Join(' ', CommandLineHome.Program.Select(word => $"'{word}'"))} \"$@\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(shell, [.. arguments, program, line]) { RedirectStandardOutput = true };
        start.Environment["EMAILSETTINGS_STORE"] = _home.Store;
        using var process = Process.Start(start)!;
        return process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
