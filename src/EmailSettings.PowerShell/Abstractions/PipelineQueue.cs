using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// Holds the pipeline thread while work runs on other threads, and runs the calls that the work queues: PowerShell accepts output
/// only from that thread. The work awaits each call, and an exception in the call is thrown at that point of the work.
/// </summary>
internal sealed class PipelineQueue : IDisposable
{
    private readonly BlockingCollection<Call> _calls = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;

    /// <summary>Runs work to completion. Called on the pipeline thread.</summary>
    public void Run(Func<Task> work)
    {
        var running = Task.Run(async () =>
        {
            try
            {
                await work().ConfigureAwait(false);
            }
            finally
            {
                _calls.CompleteAdding();
            }
        });
        foreach (var call in _calls.GetConsumingEnumerable()) call.Run();
        running.GetAwaiter().GetResult();
    }

    /// <summary>Runs an action on the pipeline thread. May be called from any other thread.</summary>
    public Task InvokeAsync(Action action)
    {
        var call = new Call(action);
        _calls.Add(call);
        return call.Done;
    }

    /// <summary>As <see cref="InvokeAsync"/>, for callers that cannot await; on the pipeline thread it runs at once.</summary>
    public void Invoke(Action action)
    {
        if (Environment.CurrentManagedThreadId == _thread) action();
        else InvokeAsync(action).GetAwaiter().GetResult();
    }

    public void Dispose() => _calls.Dispose();

    private sealed class Call(Action action)
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Done => _done.Task;

        [SuppressMessage("Design", "CA1031", Justification = "It is thrown where the work waits for the call, whatever it is.")]
        public void Run()
        {
            try
            {
                action();
                _done.SetResult();
            }
            catch (Exception e)
            {
                _done.SetException(e);
            }
        }
    }
}
