using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// Holds the pipeline's thread while work runs on others, and does there what the work asks for: PowerShell takes output from
/// that thread alone. The work waits for each such call, and what the call throws is thrown at that line of the work.
/// </summary>
internal sealed class PipelineQueue : IDisposable
{
    private readonly BlockingCollection<Call> _calls = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;

    /// <summary>Runs work to its end. Called on the pipeline's thread.</summary>
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

    /// <summary>Does something on the pipeline's thread. May be called from any other.</summary>
    public Task InvokeAsync(Action action)
    {
        var call = new Call(action);
        _calls.Add(call);
        return call.Done;
    }

    /// <summary>
    /// As <see cref="InvokeAsync"/>, for callers that cannot await; on the pipeline's thread it is done at once.
    /// </summary>
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
