namespace EmailSettings.Core.Judging;

/// <summary>The transfer encodings that the outgoing server supports.</summary>
/// <param name="EightBitMime">8BITMIME (RFC 6152).</param>
/// <param name="BinaryMime">BINARYMIME with CHUNKING (RFC 3030).</param>
internal sealed record EncodingSupport(bool EightBitMime, bool BinaryMime)
{
    /// <summary>What nearly every server supports; the default if the server is unknown.</summary>
    public static EncodingSupport Typical { get; } = new(EightBitMime: true, BinaryMime: false);
}
