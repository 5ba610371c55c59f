namespace EmailSettings.Messages.Reading;

/// <summary>
/// Ends the stream where the parser has asked for <see cref="MaxBytes"/> without making anything of them, which happens within a
/// header field alone: MimeKit keeps a field in memory whole, however long it is.
/// </summary>
internal sealed class HeaderGuard(Stream source) : Stream
{
    /// <summary>The longest header field that is read.</summary>
    public const int MaxBytes = 1024 * 1024;

    private int _sinceProgress;

    /// <summary>The stream was ended early.</summary>
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

    /// <summary>The parser has got somewhere.</summary>
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
