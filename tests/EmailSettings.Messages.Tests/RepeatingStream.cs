namespace EmailSettings.Messages.Tests;

/// <summary>A beginning, then the same bytes repeated up to a length, without holding them in memory.</summary>
internal sealed class RepeatingStream(byte[] start, byte[] repeated, long length) : Stream
{
    private const long LookEveryBytes = 2 * 1024 * 1024;

    private long _heapBefore = long.MaxValue;
    private long _nextLook;

    public long BytesRead { get; private set; }

    /// <summary>The largest growth of the heap while the stream was read, since <see cref="WatchHeap"/>.</summary>
    public long MaxHeld { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        count = (int)Math.Min(count, length - Position);
        for (var i = 0; i < count; i++, Position++)
            buffer[offset + i] = Position < start.Length ? start[Position] : repeated[(Position - start.Length) % repeated.Length];
        BytesRead += count;
        Look();
        return count;
    }

    public void WatchHeap() => _heapBefore = GC.GetTotalMemory(forceFullCollection: true);

    private void Look()
    {
        if (_heapBefore == long.MaxValue || BytesRead < _nextLook)
            return;
        _nextLook = BytesRead + LookEveryBytes;
        MaxHeld = Math.Max(MaxHeld, GC.GetTotalMemory(forceFullCollection: true) - _heapBefore);
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
