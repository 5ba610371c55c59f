namespace EmailSettings.Mail.Wire;

/// <summary>
/// A session's connection as lent to another client: it looks new, with its start replayed from what the session already
/// received. The session's time limits, reply limits and transcript apply, and its secrets stay invisible. Closing the stream
/// does not close the connection.
/// </summary>
internal abstract class HandoverStream : Stream
{
    private readonly TimeSpan _limit;
    private readonly TimeProvider _time;
    private ReadOnlyMemory<byte> _pending;
    private long _asked;

    protected HandoverStream(WireConnection wire, TimeSpan limit, TimeProvider time)
    {
        Wire = wire;
        _limit = limit;
        _time = time;
        _asked = time.GetTimestamp();
    }

    /// <summary>The failure that broke the connection; null if none did.</summary>
    public MailFailure? Failure { get; private set; }

    /// <summary>The last command sent, without its arguments.</summary>
    public string? Command { get; protected set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    protected WireConnection Wire { get; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
            return 0;
        while (_pending.IsEmpty)
            _pending = await LimitedAsync(ReceiveAsync, _limit - _time.GetElapsedTime(_asked), cancellationToken).ConfigureAwait(false);
        var count = Math.Min(buffer.Length, _pending.Length);
        _pending[..count].CopyTo(buffer);
        _pending = _pending[count..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await LimitedAsync(async token =>
        {
            await SendAsync(buffer, token).ConfigureAwait(false);
            return ReadOnlyMemory<byte>.Empty;
        }, _limit, cancellationToken).ConfigureAwait(false);
        StartReply();
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Gets the next bytes for the client.</summary>
    protected abstract Task<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken);

    /// <summary>Receives bytes from the client.</summary>
    protected abstract Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Starts the reply timeout.</summary>
    protected virtual void StartReply() => _asked = _time.GetTimestamp();

    // The client may swallow the exception, so the failure is kept here.
    private async Task<ReadOnlyMemory<byte>> LimitedAsync(Func<CancellationToken, Task<ReadOnlyMemory<byte>>> work, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (Failure is not null)
            throw new WireException(Failure);
        using var deadline = new CancellationTokenSource(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await work(either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is OperationCanceledException or IOException or WireException)
        {
            Failure = (e as WireException)?.Failure ?? (deadline.IsCancellationRequested
                ? new MailFailure { Kind = MailFailureKind.TimedOut, ServerText = Wire.PartialLine }
                : new MailFailure { Kind = MailFailureKind.Disconnected, Detail = $"{e.GetType().Name}: {e.Message}" });
            Failure = Failure with { Command = Failure.Command ?? Command };
            throw new WireException(Failure);
        }
    }
}
