using MimeKit.Encodings;

namespace EmailSettings.Messages.Reading;

/// <summary>Measures what a part's bytes ask of a transfer encoding.</summary>
internal sealed class ProfileMeter
{
    private readonly QuotedPrintableEncoder _encoder = new();
    private byte[] _encoded = [];
    private byte[] _input = [];
    private long _size;
    private long _line;
    private long _longest;
    private long _quotedPrintable;
    private bool _eightBit;
    private bool _nul;
    private bool _bareLineEnd;
    private byte _last;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _size += bytes.Length;
        _eightBit = _eightBit || !System.Text.Ascii.IsValid(bytes);
        _nul = _nul || bytes.Contains((byte)0);
        MeasureLines(bytes);
        Encode(bytes, flush: false);
    }

    public ContentProfile End()
    {
        _bareLineEnd |= _last == (byte)'\r';
        Encode([], flush: true);
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

    private void Encode(ReadOnlySpan<byte> bytes, bool flush)
    {
        if (_input.Length < bytes.Length)
            _input = new byte[bytes.Length];
        bytes.CopyTo(_input);
        var needed = _encoder.EstimateOutputLength(bytes.Length);
        if (_encoded.Length < needed)
            _encoded = new byte[needed];
        _quotedPrintable += flush ? _encoder.Flush(_input, 0, 0, _encoded) : _encoder.Encode(_input, 0, bytes.Length, _encoded);
    }
}
