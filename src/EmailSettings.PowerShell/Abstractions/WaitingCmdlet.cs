using EmailSettings.Core.Hosting;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// A cmdlet that waits: for servers, or for many of them. The work runs on other threads, Ctrl+C ends it, and each call of a
/// stream is queued to the pipeline's thread and awaited, so that a caller who stops at the first error or warning stops the
/// work at the line that wrote it.
/// </summary>
public abstract class WaitingCmdlet : StoreCmdlet
{
    private PipelineQueue? _queue;
    private CmdletHost? _host;

    /// <summary>What operations ask and tell, from whatever thread.</summary>
    private protected sealed override IOperationHost OperationHost => _host ??= new CmdletHost(this, OnPipeline);

    /// <summary>Waits for work; nothing of the cmdlet may be called there but through the pipeline's thread.</summary>
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

    /// <summary>Does something on the pipeline's thread while <see cref="Wait"/> holds it.</summary>
    private protected Task OnPipelineAsync(Action action) => _queue!.InvokeAsync(action);

    /// <summary>As <see cref="OnPipelineAsync"/>, for callers that cannot await.</summary>
    private protected void OnPipeline(Action action)
    {
        if (_queue is { } queue) queue.Invoke(action);
        else action();
    }
}
