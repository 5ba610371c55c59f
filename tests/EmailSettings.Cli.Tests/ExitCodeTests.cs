using System.Diagnostics;
using EmailSettings.Core.Findings;
using EmailSettings.Testing;

namespace EmailSettings.Cli.Tests;

/// <summary>Every row of the table of exit codes.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private readonly CommandLineHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Without_a_store_reading_shows_the_defaults_and_creates_none()
    {
        var answer = _home.Run("show", "all", "--output", "json");

        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        Assert.Equal(25000, answer.Json.GetProperty("basic").GetProperty("maxIncomingSizeKB").GetInt32());
        Assert.False(answer.Json.TryGetProperty("certificate", out _));
        Assert.Equal("null\n", _home.Run("certificate", "show", "--output", "json").Output);
        Assert.False(File.Exists(_home.Store));

        Assert.Equal(0, _home.Run("set", "basic", "maxIncomingSizeKB=1").ExitCode);
        Assert.True(File.Exists(_home.Store));
    }

    [Fact]
    public void Bad_health_is_1()
    {
        var answer = _home.Run("test", "all");

        Assert.Equal((1, ""), (answer.ExitCode, answer.Errors));
        Assert.Contains("CertificateNotChosen", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_server_is_3()
    {
        var answer = _home.Run("incoming", "remove", "nix");

        Assert.Equal((3, "IncomingServerNotFound"), (answer.ExitCode, Assert.Single(answer.ErrorIds)));
        Assert.Contains("hint: ", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_certificate_is_5()
    {
        var answer = _home.RunWith("text", "protect");

        Assert.Equal((5, "CertificateNotChosen"), (answer.ExitCode, Assert.Single(answer.ErrorIds)));
        Assert.Equal(5, _home.RunWith("text", "secret", "set", "sms.password").ExitCode);
    }

    [Fact]
    public void A_command_that_only_reads_reports_a_named_store_that_does_not_exist()
    {
        var mistyped = _home["mistyped.db"];
        Assert.Equal(["StoreNotThere"], _home.Run("show", "basic", "--store", mistyped).WarningIds);
        Assert.Contains("StoreNotThere", _home.Run("test", "all", "--store", mistyped).Output, StringComparison.Ordinal);
        Assert.False(File.Exists(mistyped));
        Assert.Empty(_home.Run("set", "basic", "maxIncomingSizeKB=1", "--store", mistyped).WarningIds);
    }

    [Fact]
    public void A_store_that_is_a_folder_damaged_or_a_URL_is_6()
    {
        _home.Write("damaged.db", new string('x', 5000));

        Assert.Equal((6, "StorePathInvalid"), CodeAndId(_home.Run("--store", _home.Folder, "show", "basic")));
        Assert.Equal((6, "StoreDamaged"), CodeAndId(_home.Run("show", "basic", "--store", _home["damaged.db"])));
        var address = _home.Run("--store", "postgres://user:canary@host/db", "set", "basic", "maxIncomingSizeKB=1");
        Assert.Equal((6, "StorePathInvalid"), CodeAndId(address));
        Assert.DoesNotContain("canary", address.Errors, StringComparison.Ordinal);
        Assert.Equal(["damaged.db"], Directory.GetFileSystemEntries(_home.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_missing_file_is_2()
    {
        Assert.Equal((2, "FileNotFound"), CodeAndId(_home.Run("import", "nix.json")));
        Assert.Equal((2, "FileNotFound"), CodeAndId(_home.Run("store", "restore", "nix.db")));
        Assert.Equal((2, "FileNotFound"), CodeAndId(_home.Run("init", "--from", CommandLineHome.Contoso, "--secret", "outgoing.password=file:nix.txt")));
        Assert.False(File.Exists(_home.Store));
    }

    [Theory]
    [InlineData(@"CN=Nobody\, Limited")]
    [InlineData("CN=Nobody/mail")]
    public void A_subject_with_slashes_is_not_taken_for_a_file(string subject) =>
        Assert.Equal((3, "CertificateNotFound"), CodeAndId(_home.Run("certificate", "use", subject)));

    [Theory]
    [InlineData("folder/nobody")]
    [InlineData("nobody.pfx")]
    public void A_path_is_taken_for_a_file(string path) =>
        Assert.Equal((2, "CertificateFileInvalid"), CodeAndId(_home.Run("certificate", "use", path)));

    [Fact]
    public void An_interrupted_wait_for_a_secret_is_130()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        using var process = _home.Start("secret", "set", "sms.password");
        var waiting = SpinWait.SpinUntil(() => CatchesInterrupt(process), TimeSpan.FromSeconds(60));
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"])!;
        kill.WaitForExit();
        process.WaitForExit();

        Assert.True(waiting || !OperatingSystem.IsLinux());
        Assert.Equal((130, "", ""), (process.ExitCode, process.StandardOutput.ReadToEnd(), process.StandardError.ReadToEnd()));
    }

    [Theory]
    [InlineData(new[] { FindingKind.Store }, 6)]
    [InlineData(new[] { FindingKind.Conflict, FindingKind.Secret }, 5)]
    [InlineData(new[] { FindingKind.NotAllowed, FindingKind.Secret }, 4)]
    [InlineData(new[] { FindingKind.NotAllowed, FindingKind.NotFound }, 3)]
    [InlineData(new[] { FindingKind.Secret, FindingKind.AlreadyExists }, 2)]
    [InlineData(new[] { FindingKind.Store, FindingKind.InvalidInput }, 2)]
    public void A_mixture_of_faults_takes_the_lowest_code(FindingKind[] kinds, int code) =>
        Assert.Equal(code, ExitCode.Of(kinds.Select(kind => new FindingCode("Test", kind, "", "").At())));

    [Fact]
    public void A_bug_is_70_and_shows_types_and_locations_but_no_values()
    {
        var parsed = CommandTree.Build().Parse(["show"]);
        var before = Console.Error;
        using var errors = new StringWriter();
        Console.SetError(errors);
        try
        {
            Assert.Equal(70, Call.Run(parsed, _ => throw new InvalidOperationException("canary", new FormatException("canary"))));
        }
        finally
        {
            Console.SetError(before);
        }

        Assert.StartsWith("error InternalFault: ", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException < System.FormatException", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains(nameof(A_bug_is_70_and_shows_types_and_locations_but_no_values), errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", errors.ToString(), StringComparison.Ordinal);
    }

    private static (int Code, string Id) CodeAndId(Answer answer) => (answer.ExitCode, Assert.Single(answer.ErrorIds));

    // The mask of caught signals (proc_pid_status(5)); SIGINT is the second bit.
    private static bool CatchesInterrupt(Process process) => !OperatingSystem.IsLinux() || process.HasExited
        || File.ReadLines($"/proc/{process.Id}/status").Any(line =>
            line.StartsWith("SigCgt:", StringComparison.Ordinal) && (Convert.ToUInt64(line["SigCgt:".Length..].Trim(), 16) & 2) != 0);
}
