using EmailSettings.Core.Hosting;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// A cmdlet that waits for one or many servers. The work runs on other threads, Ctrl+C cancels it, and each call of a stream is
/// queued to the pipeline thread and awaited, so that a caller who stops at the first error or warning stops the work at the line
/// that wrote it.
/// </summary>
public abstract class WaitingCmdlet : StoreCmdlet
{
    private PipelineQueue? _queue;
    private CmdletHost? _host;

    /// <summary>The host for operations, usable from any thread.</summary>
    private protected sealed override IOperationHost OperationHost => _host ??= new CmdletHost(this, OnPipeline);

    /// <summary>Runs work and waits for it; the work may use the cmdlet only through the pipeline thread.</summary>
    private protected void Wait(Func<Task> work)
    {
        using var queue = new PipelineQueue();
        _queue = queue;
        try
        {
            queue.Run(work);
        }
        finally
        {
            _queue = null;
        }
    }

    /// <summary>Runs an action on the pipeline thread while <see cref="Wait"/> holds it.</summary>
    private protected Task OnPipelineAsync(Action action) => _queue!.InvokeAsync(action);

    /// <summary>As <see cref="OnPipelineAsync"/>, for callers that cannot await.</summary>
    private protected void OnPipeline(Action action)
    {
        if (_queue is { } queue) queue.Invoke(action);
        else action();
    }
}
