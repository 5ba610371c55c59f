namespace EmailSettings.Messages.Reading;

/// <summary>A range of a seekable stream with some bytes replaced.</summary>
internal sealed class PatchedStream : Stream
{
    private readonly Stream _source;
    private readonly List<(long Start, long Length, long Offset, byte[]? Bytes)> _pieces = [];
    private readonly bool _carriageReturns;
    private long _position;
    private int _piece;

    /// <param name="source">The stream; not disposed.</param>
    /// <param name="begin">The start of the range.</param>
    /// <param name="end">The end of the range.</param>
    /// <param name="patches">The replacements in order, by offsets in the stream.</param>
    /// <param name="carriageReturns">Whether to replace every CR with LF.</param>
    public PatchedStream(Stream source, long begin, long end, IEnumerable<(long Begin, long End, byte[] Bytes)> patches, bool carriageReturns = false)
    {
        _source = source;
        _carriageReturns = carriageReturns;
        var at = begin;
        foreach (var patch in patches)
        {
            Add(patch.Begin - at, at, null);
            Add(patch.Bytes.Length, 0, patch.Bytes);
            at = patch.End;
        }

        Add(end - at, at, null);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _pieces.Count == 0 ? 0 : _pieces[^1].Start + _pieces[^1].Length;

    public override long Position
    {
        get => _position;
        set => (_position, _piece) = (value, 0);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_piece < _pieces.Count && _position >= _pieces[_piece].Start + _pieces[_piece].Length)
            _piece++;
        if (_piece == _pieces.Count)
            return 0;
        var piece = _pieces[_piece];
        var within = _position - piece.Start;
        var count = (int)Math.Min(buffer.Length, piece.Length - within);
        if (piece.Bytes is not null)
        {
            piece.Bytes.AsSpan((int)within, count).CopyTo(buffer);
        }
        else
        {
            _source.Position = piece.Offset + within;
            count = _source.Read(buffer[..count]);
        }

        if (_carriageReturns)
            buffer[..count].Replace((byte)'\r', (byte)'\n');
        _position += count;
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Add(long length, long offset, byte[]? bytes)
    {
        if (length > 0)
            _pieces.Add((Length, length, offset, bytes));
    }
}
