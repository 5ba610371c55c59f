namespace EmailSettings.Mail.Tls;

/// <summary>
/// Runs blocking work on a few dedicated threads. On the thread pool it would starve the sessions, whose deadlines would then
/// pass through no fault of their servers.
/// </summary>
/// <param name="most">The maximum number of threads at once.</param>
internal sealed class BlockingThreads(int most) : IDisposable
{
    private readonly SemaphoreSlim _free = new(most);

    /// <summary>Runs the work as soon as a thread is free, and waits for it to finish.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled before a thread was free; the work was not
    /// started.</exception>
    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken waiting)
    {
        await _free.WaitAsync(waiting).ConfigureAwait(false);
        try
        {
            return await Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();
}
