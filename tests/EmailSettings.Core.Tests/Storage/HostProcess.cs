using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace EmailSettings.Core.Tests.Storage;

/// <summary>A separate process that works on a store.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly string[] Marks = ["begun", "committing"];

    private readonly Process _process;
    private readonly Channel<string> _output = Channel.CreateUnbounded<string>();
    private readonly List<string> _lines = [];

    private HostProcess(Process process)
    {
        _process = process;
        _ = ReadToEnd();
    }

    /// <summary>The program, built with the tests in the same configuration.</summary>
    public static string Program { get; } = Path.Combine(
        AppContext.BaseDirectory.Replace("EmailSettings.Core.Tests", "EmailSettings.Core.TestHost", StringComparison.Ordinal), "EmailSettings.Core.TestHost.dll");

    public static HostProcess Start(params IReadOnlyList<string> arguments) =>
        // Wine has only the program and no `dotnet`.
        OperatingSystem.IsWindows() ? Start(Path.ChangeExtension(Program, ".exe"), arguments) : Start("dotnet", [Program, .. arguments]);

    /// <summary>Runs as the account nobody; requires root.</summary>
    public static HostProcess StartAsNobody(string program, params IReadOnlyList<string> arguments) =>
        Start("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", "dotnet", program, .. arguments]);

    /// <summary>Runs with another umask.</summary>
    public static HostProcess StartUnderMask(string mask, params IReadOnlyList<string> arguments) =>
        Start("sh", ["-c", $"umask {mask}; exec \"$@\"", "sh", "dotnet", Program, .. arguments]);

    public int Id => _process.Id;

    /// <summary>Reads until the process writes a line that starts so, or exits.</summary>
    /// <returns>Whether it wrote one.</returns>
    public async Task<bool> Until(string beginning)
    {
        await foreach (var next in _output.Reader.ReadAllAsync())
        {
            _lines.Add(next);
            if (next.StartsWith(beginning, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    /// <summary>Waits for its next acknowledgement.</summary>
    public async Task<Acknowledgement> Next()
    {
        _lines.Add(await _output.Reader.ReadAsync());
        return Acknowledgement.Parse(_lines[^1]);
    }

    /// <summary>Lets a process that waits for a line go on.</summary>
    public void GoOn() => _process.StandardInput.WriteLine();

    /// <summary>Waits until it exits and returns its lines.</summary>
    public async Task<IReadOnlyList<Acknowledgement>> Lines()
    {
        await foreach (var next in _output.Reader.ReadAllAsync()) _lines.Add(next);
        await _process.WaitForExitAsync();
        return [.. _lines.Where(line => !Marks.Contains(line)).Select(Acknowledgement.Parse)];
    }

    /// <summary>Counts that line in the output read so far.</summary>
    public int Count(string line) => _lines.Count(each => each == line);

    public int ExitCode => _process.ExitCode;

    /// <summary>Sends SIGKILL.</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    // A line cut off by the end of the process was not acknowledged.
    private async Task ReadToEnd()
    {
        var rest = "";
        var buffer = new char[4096];
        for (int length; (length = await _process.StandardOutput.ReadAsync(buffer)) > 0;)
        {
            var lines = (rest + new string(buffer, 0, length)).Split('\n');
            // Windows ends lines with CR and LF.
            foreach (var line in lines[..^1]) _output.Writer.TryWrite(line.TrimEnd('\r'));
            rest = lines[^1];
        }
        _output.Writer.Complete();
    }

    private static HostProcess Start(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>One line: a change that was made, or refused.</summary>
    internal sealed record Acknowledgement(long Revision, string? Mark, string? Refused)
    {
        public static Acknowledgement Parse(string line) => line.Split(' ') switch
        {
            ["ok", var revision] => new(long.Parse(revision, CultureInfo.InvariantCulture), null, null),
            ["ok", var revision, var mark] => new(long.Parse(revision, CultureInfo.InvariantCulture), mark, null),
            ["refused", var id] => new(0, null, id),
            _ => throw new FormatException(line),
        };
    }
}
