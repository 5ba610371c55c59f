namespace EmailSettings.Mail.Tests.Replay;

/// <summary>A connection in memory: returns a server's bytes in pieces, then the end, and discards what is written.</summary>
internal sealed class ReplayStream(byte[] bytes, Func<int, int> pieceFrom) : Stream
{
    // Stops a session that keeps reading after the end.
    private const int MaxReadsAfterEnd = 64;

    private int _at;
    private int _readsAfterEnd;

    public int Remaining => bytes.Length - _at;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override int Read(Span<byte> buffer)
    {
        if (Remaining == 0 && ++_readsAfterEnd > MaxReadsAfterEnd)
            throw new InvalidOperationException("The session reads on after the end.");
        var length = Math.Min(Math.Min(buffer.Length, Remaining), Math.Max(1, pieceFrom(_at)));
        bytes.AsSpan(_at, length).CopyTo(buffer);
        _at += length;
        return length;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
