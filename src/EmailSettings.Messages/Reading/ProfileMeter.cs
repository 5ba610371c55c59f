using System.Buffers;
using MimeKit.Encodings;

namespace EmailSettings.Messages.Reading;

/// <summary>Measures the properties of a part's bytes that restrict its transfer encoding.</summary>
internal sealed class ProfileMeter
{
    private readonly QuotedPrintableEncoder _encoder = new();
    private long _size;
    private long _line;
    private long _longest;
    private long _quotedPrintable;
    private bool _eightBit;
    private bool _nul;
    private bool _bareLineEnd;
    private byte _last;

    public void Write(byte[] buffer, int start, int count)
    {
        var bytes = buffer.AsSpan(start, count);
        _size += count;
        _eightBit = _eightBit || !System.Text.Ascii.IsValid(bytes);
        _nul = _nul || bytes.Contains((byte)0);
        MeasureLines(bytes);
        Encode(buffer, start, count, flush: false);
    }

    public ContentProfile End()
    {
        _bareLineEnd |= _last == (byte)'\r';
        Encode([], 0, 0, flush: true);
        return new ContentProfile(_size, _eightBit, _nul, _bareLineEnd, Math.Max(_longest, _line), _quotedPrintable);
    }

    private void MeasureLines(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
            if (_last == (byte)'\r' && end != 0)
                _bareLineEnd = true;
            if (end < 0)
            {
                _line += bytes.Length;
                _last = bytes[^1];
                return;
            }

            var before = end > 0 ? bytes[end - 1] : _last;
            var isLineFeed = bytes[end] == (byte)'\n';
            _bareLineEnd |= isLineFeed ? before != (byte)'\r' : before == (byte)'\r';
            _longest = Math.Max(_longest, _line + end);
            _line = 0;
            _last = bytes[end];
            bytes = bytes[(end + 1)..];
        }
    }

    private void Encode(byte[] bytes, int start, int count, bool flush)
    {
        var encoded = ArrayPool<byte>.Shared.Rent(_encoder.EstimateOutputLength(count));
        _quotedPrintable += flush ? _encoder.Flush(bytes, start, count, encoded) : _encoder.Encode(bytes, start, count, encoded);
        ArrayPool<byte>.Shared.Return(encoded);
    }
}
