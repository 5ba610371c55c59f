using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace EmailSettings.Integration.Tests.Fronts;

/// <summary>A front in a separate process, observed while it runs.</summary>
internal sealed class FrontProcess : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Lock _lock = new();
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private TaskCompletionSource _more = NewSignal();

    private FrontProcess(Process process) => _process = process;

    /// <summary>Starts a program.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="variables">Environment variables; null removes one.</param>
    /// <param name="input">Its standard input.</param>
    public static FrontProcess Start(IReadOnlyList<string> command, IReadOnlyDictionary<string, string?> variables, string input)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        var front = new FrontProcess(new Process { StartInfo = start });
        front._process.OutputDataReceived += (_, line) => front.Add(front._output, line.Data);
        front._process.ErrorDataReceived += (_, line) => front.Add(front._errors, line.Data);
        front._process.Start();
        front._process.BeginOutputReadLine();
        front._process.BeginErrorReadLine();
        front._process.StandardInput.Write(input);
        front._process.StandardInput.Close();
        return front;
    }

    /// <summary>Waits until the running process has shown a text.</summary>
    public async Task WaitForAsync(string text)
    {
        using var limit = new CancellationTokenSource(Longest);
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (Shown().Contains(text, StringComparison.Ordinal)) return;
                more = _more.Task;
            }
            if (_process.HasExited) Assert.Fail($"It ended without '{text}':\n{Shown()}");
            await Task.WhenAny(more, _process.WaitForExitAsync(limit.Token)).WaitAsync(limit.Token);
        }
    }

    /// <summary>Sends Ctrl+C as a terminal does (Unix).</summary>
    public void Interrupt() =>
        Process.Start("/bin/kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    /// <summary>Waits until it exits.</summary>
    public async Task<FrontAnswer> EndAsync()
    {
        using var limit = new CancellationTokenSource(Longest);
        await _process.WaitForExitAsync(limit.Token);
        return new FrontAnswer(_process.ExitCode, _output.ToString(), _errors.ToString());
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private string Shown()
    {
        lock (_lock) return $"{_output}{_errors}";
    }

    private void Add(StringBuilder text, string? line)
    {
        lock (_lock)
        {
            if (line is not null) text.Append(line).Append('\n');
            _more.TrySetResult();
            _more = NewSignal();
        }
    }
}
