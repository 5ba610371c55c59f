using System.Text;

namespace EmailSettings.Messages.Reading;

/// <summary>
/// Decodes a body chunk by chunk to find out whether it contains visible text, and whether it is valid in its charset.
/// </summary>
internal sealed class TextDetector
{
    private const int ChunkChars = 1024;
    private const char Replacement = '\uFFFD';

    private readonly bool _isNamed;
    private readonly bool _isKnown;
    private readonly Decoder _decoder;
    private readonly StringBuilder? _kept;
    private readonly TextRewriter? _rewriter;
    private readonly int _keep;
    private bool _hasEightBit;
    private bool _isWrong;

    public TextDetector(string? charset, int keep, string? rewriteCharset)
    {
        _isNamed = !string.IsNullOrWhiteSpace(charset);
        var encoding = Charsets.Find(charset);
        _isKnown = encoding is not null;
        // Text without a charset is often UTF-8, and ASCII is the same in any.
        _decoder = (encoding ?? (_isNamed ? Encoding.Latin1 : Encoding.UTF8)).GetDecoder();
        _decoder.Fallback = new DecoderReplacementFallback("\uFFFD");
        _rewriter = Charsets.Find(rewriteCharset) is { } other ? new TextRewriter(other) : null;
        _keep = keep;
        _kept = keep > 0 ? new StringBuilder() : null;
    }

    /// <summary>Whether a character other than white space was found.</summary>
    public bool HasText { get; private set; }

    /// <summary>The beginning of the text, if requested.</summary>
    public string? Text => _kept?.ToString();

    /// <summary>Whether the bytes match the charset.</summary>
    public CharsetFit Fit
    {
        get
        {
            if (_isNamed && !_isKnown)
                return CharsetFit.Unknown;
            if (_isWrong)
                return CharsetFit.Wrong;
            return !_isNamed && _hasEightBit ? CharsetFit.NotNamed : CharsetFit.Fits;
        }
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _hasEightBit |= !Ascii.IsValid(bytes);
        Convert(bytes, flush: false);
    }

    public RewrittenText? End()
    {
        Convert([], flush: true);
        return _rewriter?.End();
    }

    private void Convert(ReadOnlySpan<byte> bytes, bool flush)
    {
        Span<char> chars = stackalloc char[ChunkChars];
        bool completed;
        do
        {
            _decoder.Convert(bytes, chars, flush, out var used, out var count, out completed);
            bytes = bytes[used..];
            Take(chars[..count]);
        }
        while (!completed);
    }

    private void Take(ReadOnlySpan<char> text)
    {
        _isWrong |= text.Contains(Replacement);
        _rewriter?.Write(text, flush: false);
        HasText = HasText || !text.IsWhiteSpace();
        if (_kept is not null && _kept.Length < _keep)
            _kept.Append(text[..Math.Min(text.Length, _keep - _kept.Length)]);
    }
}
