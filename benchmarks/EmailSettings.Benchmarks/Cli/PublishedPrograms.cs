using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EmailSettings.Benchmarks.Cli;

/// <summary>
/// The command line and its yardsticks, published in the same way. The command line and the bare select share one settings store
/// in a temporary folder.
/// </summary>
internal sealed class PublishedPrograms : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emailsettings-bench-").FullName;

    private PublishedPrograms()
    {
    }

    /// <summary>How they were compiled.</summary>
    public required string Kind { get; init; }

    /// <summary>The store that all runs share.</summary>
    public string Store => Path.Combine(_folder, "settings.db");

    /// <summary>The command line's program file.</summary>
    public string CommandLine => Program("cli", "emailsettings");

    /// <summary>The program that logs in and does nothing else.</summary>
    public string Login => Program("login", "SmtpLogin");

    /// <summary>Publishes all from this checkout as portable programs, which wait for the JIT.</summary>
    public static PublishedPrograms Portable()
    {
        var programs = new PublishedPrograms { Kind = "portable" };
        programs.PublishAll([]);
        return programs;
    }

    /// <summary>Publishes all from this checkout with ReadyToRun, framework-dependent.</summary>
    public static PublishedPrograms ReadyToRun()
    {
        var programs = new PublishedPrograms { Kind = "ReadyToRun" };
        programs.PublishAll(["-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false"]);
        return programs;
    }

    /// <summary>
    /// Publishes all from this checkout as native programs; null if the linker or the compiler's package is missing.
    /// </summary>
    public static PublishedPrograms? Native()
    {
        var programs = new PublishedPrograms { Kind = "native" };
        try
        {
            programs.PublishAll(["-r", RuntimeInformation.RuntimeIdentifier, "-p:PublishAot=true"]);
            return programs;
        }
        catch (InvalidOperationException)
        {
            programs.Dispose();
            return null;
        }
    }

    /// <summary>Runs the yardstick.</summary>
    public void Bare() => Start(Program("bare", "SqliteSelect"), [Store]);

    /// <summary>Runs the command line.</summary>
    public void Ours(params string[] arguments) => Start(CommandLine, arguments);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void PublishAll(string[] options)
    {
        var checkout = Checkout();
        Publish(Path.Combine(checkout, "src", "EmailSettings.Cli"), "cli", options);
        Publish(Path.Combine(checkout, "benchmarks", "Yardsticks", "SqliteSelect"), "bare", options);
        Publish(Path.Combine(checkout, "benchmarks", "Yardsticks", "SmtpLogin"), "login", options);
    }

    private void Publish(string project, string name, string[] options) => Start("dotnet",
        ["publish", project, "-c", "Release", .. options, "-o", Path.Combine(_folder, name), "-v", "quiet", "-nologo"]);

    private string Program(string folder, string name) =>
        Path.Combine(_folder, folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name);

    private void Start(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment["EMAILSETTINGS_STORE"] = Store;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{Path.GetFileName(program)} ended with {process.ExitCode}: {output}");
    }

    private static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EmailSettingsPS.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Run this from a checkout.");
    }
}
