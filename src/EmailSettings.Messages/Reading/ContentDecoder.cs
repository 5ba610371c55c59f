using System.Buffers;
using MimeKit.Encodings;

namespace EmailSettings.Messages.Reading;

/// <summary>
/// Decodes a transfer encoding chunk by chunk. MimeKit's base64 decoder needs complete groups of four: it drops a last group
/// without padding, and gets out of step if padding is incomplete between two separately encoded pieces. So here both padding and
/// the end complete a group.
/// </summary>
internal sealed class ContentDecoder
{
    private static readonly byte[] Padding = "==="u8.ToArray();

    private readonly IMimeDecoder? _decoder;
    private readonly bool _isBase64;
    private readonly Action<byte[], int, int> _write;

    public ContentDecoder(string? encoding, Action<byte[], int, int> write)
    {
        _write = write;
        _decoder = encoding switch
        {
            "base64" => new Base64Decoder(),
            "quoted-printable" => new QuotedPrintableDecoder(),
            "x-uuencode" or "uuencode" or "x-uue" => new UUDecoder(),
            _ => null,
        };
        _isBase64 = _decoder is Base64Decoder;
    }

    /// <summary>Decodes the next bytes.</summary>
    public void Write(byte[] input, int start, int count)
    {
        if (_decoder is null)
        {
            _write(input, start, count);
            return;
        }

        var end = start + count;
        for (var at = start; at < end;)
        {
            var padding = _isBase64 ? input.AsSpan(at, end - at).IndexOf((byte)'=') : -1;
            var length = padding < 0 ? end - at : padding;
            Decode(input, at, length);
            at += length;
            if (padding < 0)
                continue;
            EndGroup();
            // Ignore further padding.
            while (at < end && input[at] == (byte)'=')
                at++;
        }
    }

    /// <summary>Completes the decoding.</summary>
    public void End()
    {
        if (_isBase64)
            EndGroup();
    }

    private void EndGroup()
    {
        Decode(Padding, 0, Padding.Length);
        _decoder!.Reset();
    }

    private void Decode(byte[] input, int start, int count)
    {
        if (count == 0)
            return;
        var output = ArrayPool<byte>.Shared.Rent(_decoder!.EstimateOutputLength(count));
        var length = _decoder.Decode(input, start, count, output);
        if (length > 0)
            _write(output, 0, length);
        ArrayPool<byte>.Shared.Return(output);
    }
}
