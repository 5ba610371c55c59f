namespace EmailSettings.Mail.Tls;

/// <summary>
/// Runs work that blocks on threads of its own, a few at a time: on the pool's it would starve the sessions, whose deadlines then
/// pass without a fault of their servers.
/// </summary>
/// <param name="most">How many at once.</param>
internal sealed class BlockingThreads(int most) : IDisposable
{
    private readonly SemaphoreSlim _free = new(most);

    /// <summary>Runs the work once a thread is free; ends when the work has ended.</summary>
    /// <exception cref="OperationCanceledException">No thread was free before the token was cancelled; the work has not
    /// begun.</exception>
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
