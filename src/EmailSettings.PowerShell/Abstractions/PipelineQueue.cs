using System.Threading.Channels;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// Waits on the pipeline's thread for work that runs on others, and does there what they ask for: PowerShell takes output
/// from that thread alone.
/// </summary>
internal sealed class PipelineQueue
{
    private readonly Channel<Action> _waiting = Channel.CreateUnbounded<Action>();

    /// <summary>Has something done on the pipeline's thread, at once where it is waiting. May be called from any thread.</summary>
    public void Post(Action work) => _waiting.Writer.TryWrite(work);

    /// <summary>Takes each item as it comes; whatever ends the taking ends the work as well.</summary>
    public void ForEach<T>(Func<CancellationToken, IAsyncEnumerable<T>> items, Action<T> take, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var enumerator = items(stop.Token).GetAsyncEnumerator(CancellationToken.None);
        var next = Task.FromResult(false);
        try
        {
            while (true)
            {
                next = enumerator.MoveNextAsync().AsTask();
                Wait(next);
                if (!next.GetAwaiter().GetResult()) return;
                take(enumerator.Current);
            }
        }
        finally
        {
            stop.Cancel();
            // An enumerator may be disposed of only between two of its steps.
            Task.WhenAny(next).GetAwaiter().GetResult();
            enumerator.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private void Wait(Task task)
    {
        var more = Task.CompletedTask;
        do
        {
            if (more.IsCompleted) more = _waiting.Reader.WaitToReadAsync().AsTask();
            Task.WhenAny(task, more).GetAwaiter().GetResult();
            while (_waiting.Reader.TryRead(out var work)) work();
        }
        while (!task.IsCompleted);
    }
}
