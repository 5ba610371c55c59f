using System.Security.Cryptography;

namespace EmailSettings.Messages.Reading;

/// <summary>Processes the bytes of a leaf as they are read: decodes, counts, and analyses as requested.</summary>
internal sealed class LeafReader : IDisposable
{
    private const int LineEndBytes = 2;

    private readonly LeafHeader _header;
    private readonly ContentDecoder _decoder;
    private readonly TextDetector? _text;
    private readonly ProfileMeter? _profile;
    private readonly IncrementalHash? _digest;
    private readonly byte[] _held = new byte[LineEndBytes];
    private int _heldCount;
    private long _received;
    private long _size;

    public LeafReader(LeafHeader header, MessageReadOptions options)
    {
        _header = header;
        _decoder = new ContentDecoder(header.TransferEncoding, Take);
        _text = header.IsBody ? new TextDetector(header.Charset, options.BodyChars, options.RewriteCharset) : null;
        _profile = options.Profiles ? new ProfileMeter() : null;
        _digest = options.Digests ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
    }

    /// <summary>
    /// Adds bytes. The last two are held back, since the line ending before a delimiter belongs to the delimiter.
    /// </summary>
    public void Write(byte[] input, int start, int count)
    {
        _received += count;
        var release = Math.Min(_heldCount, Math.Max(0, _heldCount + count - LineEndBytes));
        if (release > 0)
        {
            _decoder.Write(_held, 0, release);
            _held.AsSpan(release, _heldCount - release).CopyTo(_held);
            _heldCount -= release;
        }

        var pass = Math.Max(0, count - LineEndBytes + _heldCount);
        if (pass > 0)
            _decoder.Write(input, start, pass);
        input.AsSpan(start + pass, count - pass).CopyTo(_held.AsSpan(_heldCount));
        _heldCount += count - pass;
    }

    /// <summary>Completes the leaf.</summary>
    /// <param name="length">The number of bytes received that belong to it.</param>
    public MessagePart End(long length)
    {
        var own = _heldCount - (int)Math.Clamp(_received - length, 0, _heldCount);
        if (own > 0)
            _decoder.Write(_held, 0, own);
        _decoder.End();
        var rewritten = _text?.End();
        return _header.Part(_size) with
        {
            Sha256 = _digest is null ? null : Convert.ToHexStringLower(_digest.GetHashAndReset()),
            HasText = _text?.HasText == true,
            Text = _text?.Text,
            CharsetFit = _text?.Fit ?? CharsetFit.Fits,
            Rewritten = rewritten,
            Profile = _profile?.End(),
        };
    }

    public void Dispose() => _digest?.Dispose();

    private void Take(byte[] bytes, int start, int count)
    {
        _size += count;
        _digest?.AppendData(bytes, start, count);
        _text?.Write(bytes.AsSpan(start, count));
        _profile?.Write(bytes, start, count);
    }
}
