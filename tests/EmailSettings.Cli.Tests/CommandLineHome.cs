using System.Diagnostics;
using System.Text;
using EmailSettings.Testing;

namespace EmailSettings.Cli.Tests;

/// <summary>
/// A separate home for the command line: its store, and except on Windows its certificate store, are in a folder that is deleted
/// with it. <c>EMAILSETTINGS_TEST_PROGRAM</c> names the program to use instead of the one that was built, for instance a native
/// one.
/// </summary>
public class CommandLineHome : IDisposable
{
    /// <summary>The program and the arguments that precede those of the test.</summary>
    internal static readonly string[] Program = Environment.GetEnvironmentVariable("EMAILSETTINGS_TEST_PROGRAM") is { Length: > 0 } published
        ? [published]
        : ["dotnet", Path.Combine(AppContext.BaseDirectory, "emailsettings.dll")];

    /// <summary>Why tests that store certificates do not run on Windows.</summary>
    internal const string WhyNotOnWindows = "The account's certificate store cannot be moved on Windows.";

    public CommandLineHome()
    {
        Folder = Directory.CreateTempSubdirectory("emailsettings-cli-").FullName;
        Store = Path.Combine(Folder, "settings.db");
    }

    public string Folder { get; }

    public string Store { get; }

    /// <summary>Additional environment variables for the process.</summary>
    internal Dictionary<string, string?> Variables { get; } = [];

    public static string Contoso { get; } = Path.Combine(AppContext.BaseDirectory, "examples", "contoso.json");

    /// <summary>Gets a path in the folder.</summary>
    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>Runs the command line with an empty standard input.</summary>
    internal Answer Run(params string[] arguments) => RunWith([], arguments);

    /// <summary>Runs the command line with a text on standard input.</summary>
    internal Answer RunWith(string input, params string[] arguments) => RunWith(Encoding.UTF8.GetBytes(input), arguments);

    /// <summary>Runs the command line with bytes on standard input.</summary>
    internal Answer RunWith(byte[] input, params string[] arguments)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = Task.Run(() =>
        {
            using var bytes = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(bytes);
            return bytes.ToArray();
        });
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It exited without reading its input, as a refused call does.
        }
        process.WaitForExit();
        return new Answer(process.ExitCode, output.Result, errors.Result);
    }

    /// <summary>Runs the command line at a terminal of its own with typed input; skips the test if there can be none.</summary>
    /// <returns>The terminal's output.</returns>
    internal string RunAtTerminal(string typed, params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "Needs the program script of util-linux, to make a terminal.");
        using var process = StartProgram("script", ["--quiet", "--return", "--command", string.Join(' ', Program.Concat(arguments).Select(word => $"'{word}'")), "/dev/null"]);
        process.StandardInput.Write(typed);
        process.StandardInput.Flush();
        var shown = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return shown;
    }

    /// <summary>Runs the command line from a shell, with redirections of its standard streams.</summary>
    /// <param name="redirections">In shell syntax, such as <c>&gt;/dev/full</c>, or a pipe into another program.</param>
    /// <param name="arguments">Arguments of the command line.</param>
    internal Answer RunRedirected(string redirections, params string[] arguments)
    {
        Skip.OnWindows("Needs a shell of Unix.");
        using var process = StartProgram("sh", ["-c", $"\"$@\" {redirections}", "sh", .. Program, .. arguments]);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        if (!process.WaitForExit(TimeSpan.FromMinutes(1)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{string.Join(' ', arguments)} {redirections}' does not end.");
        }
        return new Answer(process.ExitCode, output.ToArray(), errors.Result);
    }

    /// <summary>Runs a shell line that calls the command line as <c>emailsettings</c>, beside a link to the project's examples.</summary>
    internal Answer RunLine(string line)
    {
        Skip.OnWindows("Needs a shell of Unix.");
        if (!Directory.Exists(this["examples"])) Directory.CreateSymbolicLink(this["examples"], Path.GetDirectoryName(Contoso)!);
        using var process = StartProgram("sh", ["-c", $"emailsettings() {{ {string.Join(' ', Program.Select(word => $"'{word}'"))} \"$@\"; }}\n{line}"]);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Answer(process.ExitCode, Encoding.UTF8.GetBytes(output), errors.Result);
    }

    /// <summary>Starts the command line with all three streams redirected.</summary>
    internal Process Start(params string[] arguments) => StartProgram(Program[0], [.. Program[1..], .. arguments]);

    private Process StartProgram(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        start.Environment["HOME"] = Folder;
        start.Environment["EMAILSETTINGS_STORE"] = Store;
        start.Environment.Remove("XDG_DATA_HOME");
        foreach (var (name, value) in Variables) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Writes a file to the folder.</summary>
    internal string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
