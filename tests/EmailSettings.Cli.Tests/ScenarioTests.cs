using System.Diagnostics;
using System.Text;
using EmailSettings.Testing;

namespace EmailSettings.Cli.Tests;

/// <summary>Commands in the order in which users run them.</summary>
public sealed class ScenarioTests : IDisposable
{
    private const string Canary = "canary-5b1e";
    private const string Address = "address=https://login.microsoftonline.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718";
    private const string ClientId = "clientId=1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809";
    private readonly CommandLineHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void The_example_is_set_up_with_one_command_that_lists_what_to_enter()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        var answer = _home.Run("init", "--from", CommandLineHome.Contoso);

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(["Secret.NotSet", "Secret.NotSet"], answer.WarningIds);
        Assert.Contains("emailsettings secret set 'incoming.secret:Contoso sales'", answer.Output, StringComparison.Ordinal);
        Assert.Contains("emailsettings secret set outgoing.password", answer.Output, StringComparison.Ordinal);
        Assert.All(answer.Output.Split('\n'), line => Assert.True(line.Length <= 100, line));
        Assert.DoesNotContain('\e', answer.Output);

        var again = _home.Run("init", "--from", CommandLineHome.Contoso, "--output", "json");
        Assert.Equal((0, 0, false),
            (again.ExitCode, again.Json.GetProperty("import").GetProperty("changed").GetArrayLength(), again.Json.GetProperty("certificateCreated").GetBoolean()));
    }

    [Fact]
    public void Names_may_begin_with_a_hyphen_and_hold_wildcards_brackets_and_any_script()
    {
        string[] names = ["-x", "--store", "*", "[a-z]", "@file", "\u202Eevil", "会社 メール"];
        foreach (var name in names)
            Assert.Equal((name, 0), (name, _home.Run("incoming", "add", "--", name, Address, "authentication=OAuthUser", ClientId).ExitCode));

        Assert.Equal(names.Order(StringComparer.Ordinal),
            _home.Run("show", "incoming", "--output", "json").Json.EnumerateArray().Select(server => server.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal("*", _home.Run("show", "incoming", "--output", "json", "--", "*").Json.GetProperty("name").GetString());
        var page = _home.Run("show", "incoming").Output;
        Assert.DoesNotContain('\u202E', page);
        Assert.Contains(@"\u{202E}evil", page, StringComparison.Ordinal);

        var renamed = _home.Run("incoming", "rename", "--", "--store", "--output");
        Assert.Equal((0, "QueuesNameServer"), (renamed.ExitCode, Assert.Single(renamed.WarningIds)));
        Assert.Equal(0, _home.Run("incoming", "remove", "--", "--output").ExitCode);
        Assert.Equal((2, "IncomingServerNameTaken"), CodeAndId(_home.Run("incoming", "add", "[A-Z]", Address, ClientId)));
    }

    [Fact]
    public void A_document_with_twelve_faults_reports_twelve_with_path_and_line()
    {
        var document = _home.Write("bad.json", """
            {
              "version": 1,
              "basic": {
                "attachmentEncodings": "wav=",
                "bodyCharset": "utf-16",
                "sentEncoding": "9bit",
                "maxIncomingSizeKB": 0
              },
              "attachments": { "minimumFileSizeBytes": -1,
                "folder": "relative" },
              "errorTexts": { "tooLarge": null,
                "nix": 1 },
              "outgoingServer": { "port": 65536,
                "host": "a b",
                "maxRecipients": 0,
                "useSsl": "yes" }
            }
            """);

        var answer = _home.Run("import", document, "--output", "json");

        Assert.Equal(2, answer.ExitCode);
        Assert.Equal(
            [
                "basic.attachmentEncodings 4", "basic.bodyCharset 5", "basic.sentEncoding 6", "basic.maxIncomingSizeKB 7",
                "attachments.minimumFileSizeBytes 9", "attachments.folder 10", "errorTexts.tooLarge 11", "errorTexts 12",
                "outgoingServer.port 13", "outgoingServer.host 14", "outgoingServer.maxRecipients 15", "outgoingServer.useSsl 16",
            ],
            answer.Refused.Select(error => $"{error.GetProperty("path").GetString()} {error.GetProperty("text").GetString()!.Split("(line ")[^1].TrimEnd(')')}"));
        Assert.False(File.Exists(_home.Store));
    }

    [Fact]
    public void What_if_changes_nothing_and_a_restart_is_pending_until_it_is_cleared()
    {
        var tried = _home.Run("import", CommandLineHome.Contoso, "--what-if");
        Assert.Equal(0, tried.ExitCode);
        Assert.Contains("Would change", tried.Output, StringComparison.Ordinal);
        Assert.Contains("What if: ", tried.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_home.Store));

        Assert.Equal(0, _home.RunWith("""{ "attachments": { "minimumFileSizeBytes": 9000 } }""", "import", "-").ExitCode);
        Assert.Equal((2, "DocumentNotJson"), CodeAndId(_home.RunWith("nix", "import", "-")));
        Assert.Equal(["RestartRequired"], _home.Run("set", "attachments", "minimumFileSizeBytes=8000").WarningIds);
        Assert.Equal("{component,fields[],since}", JsonShape.Of(_home.Run("restart", "show", "--output", "json").Json));
        Assert.Equal(0, _home.Run("restart", "clear").ExitCode);
        Assert.Equal("null\n", _home.Run("restart", "show", "--output", "json").Output);
        Assert.Equal(0, _home.Run("reset", "attachments", "minimumFileSizeBytes").ExitCode);
        Assert.Equal((2, "FieldUnknown"), CodeAndId(_home.Run("reset", "attachments", "nix")));
    }

    [Fact]
    public void A_certificate_round_trips_through_a_file_and_openssl_decrypts_what_it_protects()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        var made = _home.Run("certificate", "new", "--bits", "2048", "--years", "1", "--output", "json").Json;
        Assert.Equal(2048, made.GetProperty("keySize").GetInt32());
        Assert.Equal((2, "CertificateOptionOutOfRange"), CodeAndId(_home.Run("certificate", "new", "--bits", "1024")));
        _home.Write("text.pem", _home.RunWith("secret", "protect").Output);

        Assert.Equal((2, "ExportPassphraseMissing"), CodeAndId(_home.Run("certificate", "export", "c.pfx")));
        Assert.Equal(0, _home.RunWith("phrase\n", "certificate", "export", "c.pfx", "--password-stdin").ExitCode);
        Assert.Equal((2, "FileExists"), CodeAndId(_home.RunWith("phrase\n", "certificate", "export", "c.pfx", "--password-stdin")));
        Assert.Equal((4, "ExportFileNotWritable"), CodeAndId(_home.Run("certificate", "export", "nix/c.cer")));
        Assert.Equal((5, "CertificatePassphraseWrong"), CodeAndId(_home.RunWith("other\n", "certificate", "use", "c.pfx", "--password-stdin")));
        Assert.Equal(0, _home.RunWith("phrase\n", "certificate", "use", "c.pfx", "--password-stdin").ExitCode);
        Assert.Equal((3, "CertificateNotFound"), CodeAndId(_home.Run("certificate", "use", new string('A', 40))));
        Assert.Equal((2, "CertificateFileInvalid"), CodeAndId(_home.Run("certificate", "use", "nix.pem")));

        Openssl("pkcs12", "-in", "c.pfx", "-passin", "pass:phrase", "-nodes", "-out", "key.pem");
        Assert.Equal("EmailSettings/1 text 2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b\nsecret",
            Openssl("cms", "-decrypt", "-inform", "PEM", "-in", "text.pem", "-inkey", "key.pem", "-binary"));
    }

    [Fact]
    public void No_secret_is_ever_shown_or_stored_in_plain_text()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        _home.Variables["CANARY"] = Canary;
        _home.Write("canary.txt", Canary + "\n");
        var answers = new List<Answer>
        {
            _home.Run("init", "--from", CommandLineHome.Contoso, "--verbose", "--secret", "outgoing.password=file:canary.txt", "--secret", "incoming.secret:Contoso sales=env:CANARY"),
            _home.RunWith(Canary, "set", "outgoing", "--password-stdin", "--verbose"),
            _home.RunWith(Canary, "set", "outgoing", "port=0", "--password-stdin"),
            _home.RunWith(Canary, "incoming", "set", "Contoso sales", "--secret-stdin", "--output", "json"),
            _home.RunWith(Canary, "incoming", "set", "Contoso support", "--secret-stdin", "--output", "json"),
            _home.RunWith(Canary, "secret", "set", "sms.password", "--what-if"),
            _home.RunWith(Canary, "secret", "set", "sms.password"),
            _home.RunWith(Canary, "secret", "set", "incoming.secret:nix"),
            _home.RunWith(Canary + "\0", "secret", "set", "sms.password"),
            _home.RunWith(Canary, "protect"),
            _home.RunWith(Canary, "unprotect"),
            _home.RunWith(Canary, "certificate", "export", "c.pfx", "--password-stdin"),
            _home.Run("show", "all"), _home.Run("show", "--output", "json"), _home.Run("secret", "list", "--output", "json"),
            _home.Run("history"), _home.Run("history", "--output", "json"), _home.Run("test", "all"), _home.Run("store", "backup", "backup.db"),
            _home.Run("secret", "remove", "sms.password"), _home.Run("store", "restore", "backup.db"), _home.Run("secret", "list", "--output", "json"),
        };

        Assert.Equal([0, 0, 2, 0, 2, 0, 0, 3, 2, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], answers.Select(answer => answer.ExitCode));
        Assert.All(answers, answer => Assert.DoesNotContain(Canary, answer.Output + answer.Errors, StringComparison.Ordinal));
        Assert.Equal(3, answers[^1].Json.EnumerateArray().Count(secret => secret.GetProperty("decrypts").ValueKind == System.Text.Json.JsonValueKind.True));
        foreach (var file in Directory.GetFiles(_home.Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("canary.txt", StringComparison.Ordinal)))
            Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)) < 0, file);
    }

    private string Openssl(params string[] arguments)
    {
        using var openssl = Process.Start(new ProcessStartInfo("openssl", arguments) { WorkingDirectory = _home.Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = openssl.StandardOutput.ReadToEnd();
        var errors = openssl.StandardError.ReadToEnd();
        openssl.WaitForExit();
        Assert.True(openssl.ExitCode == 0, errors);
        return output;
    }

    private static (int Code, string Id) CodeAndId(Answer answer) => (answer.ExitCode, Assert.Single(answer.ErrorIds));
}
