using System.Runtime.InteropServices;

namespace EmailSettings.Cli;

/// <summary>
/// Ctrl+C. The first time, it cancels what is under way, if anything takes a token; else, and the second time, the process ends
/// at once, with the same exit code.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly Action<int> _exit;
    private readonly PosixSignalRegistration? _registration;
    private CancellationTokenSource? _source;

    // Elsewhere the shell tells 130 of a process that the signal ends, so nothing is asked of the runtime before a token is.
    private PosixSignalRegistration? _late;

    /// <summary>
    /// Takes Ctrl+C over. Windows would end the process with a code of its own (0xC000013A), so there it is taken at once.
    /// </summary>
    public Interruption()
        : this(Environment.Exit)
    {
        if (OperatingSystem.IsWindows()) _registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, Take);
    }

    internal Interruption(Action<int> exit) => _exit = exit;

    /// <summary>Is cancelled by the first Ctrl+C.</summary>
    public CancellationToken Token
    {
        get
        {
            if (_source is null)
            {
                _source = new CancellationTokenSource();
                if (_registration is null) _late = PosixSignalRegistration.Create(PosixSignal.SIGINT, Take);
            }
            return _source.Token;
        }
    }

    public void Dispose()
    {
        _registration?.Dispose();
        _late?.Dispose();
        _source?.Dispose();
    }

    internal void Take(PosixSignalContext context)
    {
        if (_source is { IsCancellationRequested: false })
        {
            context.Cancel = true;
            _source.Cancel();
        }
        else if (OperatingSystem.IsWindows())
        {
            context.Cancel = true;
            _exit(ExitCode.Interrupted);
        }
    }
}
