using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace EmailSettings.Core.Tests.Storage;

/// <summary>A process of its own that works on a store.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;
    private const string BegunLine = "begun";

    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _acknowledged = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<string> _output;

    private HostProcess(Process process)
    {
        _process = process;
        _output = ReadToEnd();
    }

    /// <summary>The program, built beside the tests in the same configuration.</summary>
    public static string Program { get; } = Path.Combine(
        AppContext.BaseDirectory.Replace("EmailSettings.Core.Tests", "EmailSettings.Core.TestHost", StringComparison.Ordinal), "EmailSettings.Core.TestHost.dll");

    public static HostProcess Start(params IReadOnlyList<string> arguments) => Start(DotNet, [Program, .. arguments]);

    /// <summary>Under the account nobody; needs root.</summary>
    public static HostProcess StartAsNobody(string program, params IReadOnlyList<string> arguments) =>
        Start("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", DotNet, program, .. arguments]);

    /// <summary>Ends when a process that works until it is killed comes to its work, or is at its end.</summary>
    public Task Begun => _begun.Task;

    /// <summary>Ends when it acknowledges its first change, or is at its end.</summary>
    public Task Acknowledged => _acknowledged.Task;

    /// <summary>Waits for its end and gives back its lines.</summary>
    public async Task<IReadOnlyList<Acknowledgement>> Lines()
    {
        var output = await _output;
        await _process.WaitForExitAsync();

        // A line cut off by the end of the process was not acknowledged.
        var whole = output[..(output.LastIndexOf('\n') + 1)];
        return [.. whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line != BegunLine).Select(Acknowledgement.Parse)];
    }

    /// <summary>SIGKILL, at once.</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private async Task<string> ReadToEnd()
    {
        var all = new StringBuilder();
        var buffer = new char[4096];
        for (int length; (length = await _process.StandardOutput.ReadAsync(buffer)) > 0;)
        {
            all.Append(buffer, 0, length);
            if (_acknowledged.Task.IsCompleted) continue;
            var text = all.ToString();
            if (text.StartsWith(BegunLine, StringComparison.Ordinal)) _begun.TrySetResult();
            if (text.Contains("\nok ", StringComparison.Ordinal)) _acknowledged.TrySetResult();
        }
        _begun.TrySetResult();
        _acknowledged.TrySetResult();
        return all.ToString();
    }

    private static string DotNet => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    private static HostProcess Start(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>One line: a change that was made, or one that was refused.</summary>
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
