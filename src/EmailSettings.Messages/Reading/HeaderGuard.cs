namespace EmailSettings.Messages.Reading;

/// <summary>
/// Ends the stream if the parser has read <see cref="MaxBytes"/> without progress, which only happens within a header field:
/// MimeKit keeps a field in memory however long it is.
/// </summary>
internal sealed class HeaderGuard(Stream source) : Stream
{
    /// <summary>The maximum length of a header field.</summary>
    public const int MaxBytes = 1024 * 1024;

    private int _sinceProgress;

    /// <summary>Whether the stream was ended early.</summary>
    public bool Ended { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => source.CanSeek;

    public override bool CanWrite => false;

    public override long Length => source.Length;

    public override long Position
    {
        get => source.Position;
        set => source.Position = value;
    }

    /// <summary>Reports that the parser has made progress.</summary>
    public void Progress() => _sinceProgress = 0;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (Ended || _sinceProgress > MaxBytes)
        {
            Ended = true;
            return 0;
        }

        var read = source.Read(buffer);
        _sinceProgress += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => source.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
