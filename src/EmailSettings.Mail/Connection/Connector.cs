using System.Net;
using System.Net.Sockets;

namespace EmailSettings.Mail.Connection;

/// <summary>
/// Connects to one of several addresses: each gets a head start of 250 ms over the next (RFC 8305 §5), and the first to connect
/// wins.
/// </summary>
internal sealed class Connector
{
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(250);

    private readonly int _port;
    private readonly TimeSpan _limit;
    private readonly TimeProvider _time;
    private readonly List<FailedAddress> _failed = [];

    public Connector(int port, TimeSpan limit, TimeProvider time)
    {
        _port = port;
        _limit = limit;
        _time = time;
    }

    /// <summary>The addresses that failed so far.</summary>
    public IReadOnlyList<FailedAddress> Failed
    {
        get
        {
            lock (_failed)
                return _failed.ToList();
        }
    }

    /// <summary>Returns the first socket to connect; null if every address failed.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<Socket?> ConnectAsync(IReadOnlyList<IPAddress> addresses, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_limit, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var winner = addresses is [var only]
            ? await AttemptAsync(only, limit, stop.Token).ConfigureAwait(false)
            : await RaceAsync(addresses, limit, stop).ConfigureAwait(false);
        if (cancellationToken.IsCancellationRequested)
        {
            winner?.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
        }

        return winner;
    }

    private async Task<Socket?> RaceAsync(IReadOnlyList<IPAddress> addresses, CancellationTokenSource limit, CancellationTokenSource stop)
    {
        var running = new List<Task<Socket?>>();
        Socket? winner = null;
        for (var next = 0; winner is null && (next < addresses.Count || running.Count > 0);)
        {
            if (next < addresses.Count && !stop.IsCancellationRequested)
                running.Add(AttemptAsync(addresses[next++], limit, stop.Token));
            else if (running.Count == 0)
                break;
            winner = await FirstAsync(running, next < addresses.Count, stop.Token).ConfigureAwait(false);
        }

        await stop.CancelAsync().ConfigureAwait(false);
        foreach (var late in await Task.WhenAll(running).ConfigureAwait(false))
            late?.Dispose();
        return winner;
    }

    /// <summary>Waits until an attempt connects, all have failed, or the next may start.</summary>
    private async Task<Socket?> FirstAsync(List<Task<Socket?>> running, bool more, CancellationToken stop)
    {
        using var endOfStart = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var headStart = more ? Task.Delay(HeadStart, _time, endOfStart.Token) : Task.Delay(Timeout.InfiniteTimeSpan, _time, endOfStart.Token);
        try
        {
            while (running.Count > 0)
            {
                var done = await Task.WhenAny([.. running, headStart]).ConfigureAwait(false);
                if (done == headStart && !stop.IsCancellationRequested)
                    return null;
                var attempt = done == headStart ? running[0] : (Task<Socket?>)done;
                var socket = await attempt.ConfigureAwait(false);
                running.Remove(attempt);
                if (socket is not null || more)
                    return socket;
            }

            return null;
        }
        finally
        {
            await endOfStart.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task<Socket?> AttemptAsync(IPAddress address, CancellationTokenSource limit, CancellationToken stop)
    {
        var start = _time.GetTimestamp();
        Socket? socket = null;
        try
        {
            socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(new IPEndPoint(address, _port), stop).ConfigureAwait(false);
            return socket;
        }
        catch (OperationCanceledException)
        {
            // Otherwise another address was faster, or the caller cancelled.
            if (limit.IsCancellationRequested)
                Fail(address, SocketError.TimedOut, start);
        }
        catch (SocketException e)
        {
            Fail(address, e.SocketErrorCode, start);
        }

        socket?.Dispose();
        return null;
    }

    private void Fail(IPAddress address, SocketError error, long start)
    {
        lock (_failed)
            _failed.Add(new FailedAddress(address, error, (long)_time.GetElapsedTime(start).TotalMilliseconds));
    }
}
