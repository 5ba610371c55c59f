using System.Diagnostics;
using System.Text;
using System.Text.Json;
using EmailSettings.Testing;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Cli.Tests;

/// <summary><c>test outgoing</c>, <c>test incoming</c> and <c>test all --servers</c> against scripted servers.</summary>
public sealed class ServerTestTests : IDisposable
{
    private const string Canary = "c4nary-6b1e";
    private const string Finding = "{id,severity,cause,nextStep,serverText}";
    private static readonly string[] Plain = ["S: 220 mail ESMTP", "C: EHLO", "S: 250-mail", "S: 250-AUTH PLAIN", "S: 250 SIZE 200000000"];
    private readonly CommandLineHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_working_outgoing_server_is_0()
    {
        await using var server = new ScriptedServer([.. Plain, "C: QUIT", "S: 221 bye"]);
        var answer = _home.Run(["test", "outgoing", .. At(server), "--output", "json"]);

        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        Assert.Equal(("outgoing", $"127.0.0.1:{server.Port}"), (answer.Json.GetProperty("kind").GetString(), answer.Json.GetProperty("target").GetString()));
        Assert.NotEqual("Failed", answer.Json.GetProperty("status").GetString());
        Assert.StartsWith("{kind,target,status,durationMs,stages[{stage,status,durationMs,facts{server,host,port,tls,authentication,transport,hasUser,address,clientId,sources{", JsonShape.Of(answer.Json), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_login_is_1_and_its_finding_is_read_first()
    {
        await using var server = new ScriptedServer([.. Plain, "C: AUTH", "S: 535 5.7.8 no such thing", "C: QUIT", "S: 221 bye"]);
        string[] arguments = ["test", "outgoing", .. At(server), "--user", "mailer", "--password-stdin"];
        var page = _home.RunWith(Canary + "\n", arguments);
        var json = _home.RunWith(Canary, [.. arguments, "--output", "json"]);

        Assert.Equal((1, 1), (page.ExitCode, json.ExitCode));
        var lines = page.Output.Split('\n');
        Assert.StartsWith($"Outgoing server 127.0.0.1:{server.Port}: Failed", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("  Error  Authenticate.Rejected: ", lines[1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("Next: ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("535 5.7.8 no such thing", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.True(line.Length <= 100, line));
        Assert.Equal(["Authenticate.Rejected"], Errors(json.Json));
        Assert.Equal(Finding, JsonShape.Of(Stage(json.Json, "Authenticate").GetProperty("findings")[0]));
    }

    [Theory]
    [InlineData("PLAIN", false)]
    [InlineData("CRAM-MD5", true)]
    public async Task MailKit_is_loaded_only_for_its_own_mechanisms(string mechanism, bool isLoaded)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && CommandLineHome.Program[0] == "dotnet", "Only where assemblies are files, Linux tells which of them a process has mapped.");
        var isMapped = false;
        ScriptedServer? started = null;
        await using var server = started = new SaslServer(mechanism) { OnQuit = () => isMapped = IsMapped("MailKit.dll", $"{started!.Port}") }.Start();
        var answer = _home.RunWith("pass", ["test", "outgoing", .. At(server), "--user", "mailer", "--password-stdin", "--mechanism", mechanism]);
        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(isLoaded, isMapped);
    }

    [Fact]
    public async Task Each_stage_is_shown_on_request()
    {
        await using var server = new ScriptedServer([.. Plain, "C: AUTH", "S: 535 5.7.8 no", "C: QUIT", "S: 221 bye"]);
        string[] arguments = ["test", "outgoing", .. At(server), "--user", "mailer", "--password-stdin", "--output", "json"];
        var told = _home.RunWith(Canary, [.. arguments, "--verbose"]);
        var title = $"verbose: Outgoing server 127.0.0.1:{server.Port}: ";
        var stages = told.Json.GetProperty("stages").EnumerateArray().Select(stage => $"{title}{stage.GetProperty("stage")} {stage.GetProperty("status")}, ").ToList();
        var lines = told.Errors.Split('\n').Where(line => line.StartsWith(title, StringComparison.Ordinal)).ToList();

        Assert.Contains(lines, line => line.StartsWith($"{title}Authenticate Failed, Authenticate.Rejected", StringComparison.Ordinal));
        Assert.Equal(stages.Count, lines.Count);
        Assert.All(stages.Zip(lines), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.Equal("", _home.RunWith(Canary, arguments).Errors);
    }

    [Fact]
    public void Output_is_safe_to_show()
    {
        Assert.Equal(0, _home.Run("incoming", "add", "Sales\u202E", "authentication=OAuthUser", "address=https://login.example/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718", "clientId=2c3d4e5f-6071-4829-a3b4-c5d6e7f8091a").ExitCode);
        var told = _home.Run("test", "incoming", "Sales\u202E", "--host", "127.0.0.1", "--port", FreePort(), "--verbose").Errors;

        Assert.Contains("verbose: Incoming server 'Sales\\u{202E}', 127.0.0.1:", told, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_names_the_limits_in_force()
    {
        var help = _home.Run("test", "outgoing", "--help").Output;

        Assert.Contains("(default: 10, or half of --timeout if that is less).", help, StringComparison.Ordinal);
        Assert.Contains("(default: 30, or half of --timeout if that is less).", help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_is_on_no_stream_not_even_in_the_transcript()
    {
        await using var server = new ScriptedServer([.. Plain, "C: AUTH", $"S: 535 5.7.8 {Canary} is wrong", "C: QUIT", "S: 221 bye"]);
        string[] arguments = ["test", "outgoing", .. At(server), "--user", "mailer", "--password-stdin", "--detailed", "--verbose"];
        foreach (var output in (string[])["table", "json"])
        {
            var answer = _home.RunWith(Canary, [.. arguments, "--output", output]);
            var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0mailer\0{Canary}"));
            Assert.Contains("EHLO", answer.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(Canary, answer.Output + answer.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain(encoded, answer.Output + answer.Errors, StringComparison.Ordinal);
        }
        Assert.Contains(server.Received, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mailbox_without_settings_is_opened_with_Basic()
    {
        await using var server = new ScriptedServer(
            "S: * OK ready", "C: CAPABILITY", "S: * CAPABILITY IMAP4rev1", "S: A1 OK", "C: LOGIN", "S: A2 NO [AUTHENTICATIONFAILED] no", "C: LOGOUT", "S: * BYE", "S: A3 OK");
        var answer = _home.RunWith(Canary, ["test", "incoming", .. At(server), "--user", "reader", "--password-stdin", "--output", "json"]);

        Assert.Equal(1, answer.ExitCode);
        Assert.Equal(["Authenticate.Rejected"], Errors(answer.Json));
        Assert.Contains(server.Received, line => line.Contains(" LOGIN ", StringComparison.Ordinal));
    }

    [Fact]
    public void Several_servers_are_an_array_and_end_in_a_table()
    {
        using var home = new ContosoHome();
        var port = FreePort();
        var names = home.Run("show", "incoming", "--output", "json").Json.EnumerateArray().Select(server => server.GetProperty("name").GetString()!).ToArray();
        var json = home.Run(["test", "incoming", .. names, "--host", "127.0.0.1", "--port", port, "--throttle", "1", "--output", "json"]);
        var page = home.Run(["test", "incoming", .. names, "--host", "127.0.0.1", "--port", port]);

        Assert.True(names.Length > 1);
        Assert.Equal((1, 1), (json.ExitCode, page.ExitCode));
        Assert.Equal(names.Order(), json.Json.EnumerateArray().Select(report => report.GetProperty("server").GetString()!).Order());
        Assert.Contains($"\n{names.Length} servers tested, {names.Length} failed\n", page.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_for_another_target_is_not_sent()
    {
        using var home = new ContosoHome();
        var answer = home.Run("test", "outgoing", "--host", "127.0.0.1", "--port", FreePort(), "--output", "json");

        Assert.Equal((1, "Secret.NotForThisTarget"), (answer.ExitCode, Errors(answer.Json)[0]));
    }

    [Theory]
    [InlineData("ServerNotNamed", "incoming")]
    [InlineData("UsageInvalid", "outgoing", "--ssl", "yes")]
    [InlineData("UsageInvalid", "outgoing", "--timeout", "0")]
    [InlineData("UsageInvalid", "outgoing", "--timeout", "86401")]
    [InlineData("UsageInvalid", "outgoing", "--password-stdin", "--secret-stdin")]
    [InlineData("UsageInvalid", "outgoing", Canary)]
    [InlineData("ChoiceUnknown", "outgoing", "--tls", "maybe")]
    [InlineData("ChoiceUnknown", "incoming", "--host", "h", "--transport", "pop3")]
    [InlineData("ChoiceUnknown", "incoming", "--host", "h", "--authentication", "NTLM")]
    [InlineData("ProxyInvalid", "outgoing", "--proxy", "http://user:" + Canary + "@proxy")]
    [InlineData("FileNotFound", "outgoing", "--ca", "nix.pem")]
    [InlineData("FileNotFound", "outgoing", "--settings", "nix.json")]
    [InlineData("AddressNotHttps", "incoming", "--host", "h", "--address", "http://login/x")]
    [InlineData("ValueTypeWrong", "incoming", "--host", "h", "--client-id", "x")]
    public void An_invalid_call_is_2(string id, params string[] arguments)
    {
        var answer = _home.Run(["test", .. arguments]);

        Assert.Equal((2, "", id), (answer.ExitCode, answer.Output, Assert.Single(answer.ErrorIds)));
        Assert.DoesNotContain(Canary, answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_a_certificate_is_not_a_root() =>
        Assert.Equal(["RootsInvalid"], _home.Run("test", "outgoing", "--ca", _home.Write("roots.pem", "nothing")).ErrorIds);

    [Fact]
    public void An_unknown_name_is_3() =>
        Assert.Equal((3, "IncomingServerNotFound"), (_home.Run("test", "incoming", "nix").ExitCode, Assert.Single(_home.Run("test", "incoming", "nix").ErrorIds)));

    [Fact]
    public async Task A_document_is_tested_as_if_it_had_been_imported()
    {
        await using var server = new ScriptedServer([.. Plain, "C: QUIT", "S: 221 bye"]);
        var document = _home.Write("proposed.json", $$"""
            { "version": 1, "outgoingServer": { "enabled": true, "host": "127.0.0.1", "port": {{server.Port}}, "useSsl": false, "authentication": "Anonymous" } }
            """);
        var answer = _home.Run("test", "outgoing", "--settings", document, "--output", "json");

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal("proposed", Stage(answer.Json, "Settings").GetProperty("facts").GetProperty("sources").GetProperty("host").GetString());
        Assert.False(File.Exists(_home.Store));
    }

    [Fact]
    public async Task Health_includes_the_servers_on_request()
    {
        await using var server = new ScriptedServer([.. Plain, "C: QUIT", "S: 221 bye"]);
        _home.Run("set", "outgoing", "enabled=true", "host=127.0.0.1", $"port={server.Port}", "useSsl=false", "authentication=Anonymous");
        _home.Run("incoming", "add", "By user", "authentication=OAuthUser", "address=https://login.example/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718", "clientId=2c3d4e5f-6071-4829-a3b4-c5d6e7f8091a");
        var with = _home.Run("test", "all", "--servers", "--output", "json").Json;
        var without = _home.Run("test", "all", "--output", "json").Json;

        var checks = with.GetProperty("checks").EnumerateArray().ToDictionary(check => check.GetProperty("check").GetString()!, check => check.GetProperty("status").GetString());
        Assert.NotEqual("Failed", checks["OutgoingServer"]);
        Assert.Equal("Skipped", checks["IncomingServer:By user"]);
        Assert.Equal("outgoing", Assert.Single(with.GetProperty("servers").EnumerateArray()).GetProperty("kind").GetString());
        Assert.False(without.TryGetProperty("servers", out _));
    }

    [Fact]
    public async Task An_interrupted_test_is_130()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        var heard = new TaskCompletionSource();
        await using var silent = new ScriptedServer(async connection =>
        {
            heard.TrySetResult();
            await connection.UntilClosedAsync();
        });
        using var process = _home.Start(["test", "outgoing", .. At(silent)]);
        await heard.Task;
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"])!;
        await process.WaitForExitAsync();

        Assert.Equal((130, "", ""), (process.ExitCode, await process.StandardOutput.ReadToEndAsync(), await process.StandardError.ReadToEndAsync()));
    }

    // Checks the processes started with this argument.
    private static bool IsMapped(string file, string word) => Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(folder["/proc/".Length])).Any(folder =>
    {
        try
        {
            return File.ReadAllText($"{folder}/cmdline").Split('\0').Contains(word) && File.ReadAllText($"{folder}/maps").Contains($"/{file}", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has exited, or belongs to another account.
            return false;
        }
    });

    private static string[] At(ScriptedServer server) => ["--host", "127.0.0.1", "--port", $"{server.Port}", "--tls", "none"];

    private static string FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return $"{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}";
    }

    private static JsonElement Stage(JsonElement report, string stage) =>
        report.GetProperty("stages").EnumerateArray().Single(one => one.GetProperty("stage").GetString() == stage);

    private static string[] Errors(JsonElement report) =>
        [.. report.GetProperty("stages").EnumerateArray().SelectMany(stage => stage.GetProperty("findings").EnumerateArray())
            .Where(finding => finding.GetProperty("severity").GetString() == "Error").Select(finding => finding.GetProperty("id").GetString()!)];
}
