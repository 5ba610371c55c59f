using System.Buffers;
using System.Text;

namespace EmailSettings.Messages.Reading;

/// <summary>Converts a text to another charset chunk by chunk, and measures the result.</summary>
internal sealed class TextRewriter
{
    private readonly Encoder _encoder;
    private readonly LossCounter _losses = new();
    private readonly ProfileMeter _meter = new();

    public TextRewriter(Encoding encoding)
    {
        _encoder = encoding.GetEncoder();
        _encoder.Fallback = _losses;
    }

    public void Write(ReadOnlySpan<char> text, bool flush)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Math.Max(64, (text.Length + 4) * 8));
        bool completed;
        do
        {
            _encoder.Convert(text, bytes, flush, out var used, out var count, out completed);
            text = text[used..];
            _meter.Write(bytes, 0, count);
        }
        while (!completed);
        ArrayPool<byte>.Shared.Return(bytes);
    }

    public RewrittenText End()
    {
        Write([], flush: true);
        return new RewrittenText(_meter.End(), !_losses.Lost);
    }

    /// <summary>Replaces missing characters with a question mark, and records that.</summary>
    private sealed class LossCounter : EncoderFallback
    {
        public bool Lost { get; private set; }

        public override int MaxCharCount => 1;

        public override EncoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

        private sealed class Buffer(LossCounter losses) : EncoderFallbackBuffer
        {
            private bool _pending;

            public override int Remaining => _pending ? 1 : 0;

            public override bool Fallback(char charUnknown, int index) => losses.Lost = _pending = true;

            public override bool Fallback(char charUnknownHigh, char charUnknownLow, int index) => losses.Lost = _pending = true;

            public override char GetNextChar()
            {
                var next = _pending ? '?' : '\0';
                _pending = false;
                return next;
            }

            public override bool MovePrevious() => false;
        }
    }
}
