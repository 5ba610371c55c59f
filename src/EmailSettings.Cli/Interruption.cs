using System.Runtime.InteropServices;

namespace EmailSettings.Cli;

/// <summary>
/// Handles Ctrl+C. The first time, it cancels the current work if that takes a token; otherwise, and the second time, the process
/// exits at once with the same exit code.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly Action<int> _exit;
    private readonly PosixSignalRegistration? _registration;
    private CancellationTokenSource? _source;

    // On other systems, the shell reports 130 for a process that the signal ends, so no handler is needed before a token is.
    private PosixSignalRegistration? _late;

    /// <summary>
    /// Handles Ctrl+C. Windows would end the process with its own code (0xC000013A), so there the handler is needed at once.
    /// </summary>
    public Interruption()
        : this(Environment.Exit)
    {
        if (OperatingSystem.IsWindows()) _registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, Take);
    }

    internal Interruption(Action<int> exit) => _exit = exit;

    /// <summary>Gets a token that the first Ctrl+C cancels.</summary>
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
