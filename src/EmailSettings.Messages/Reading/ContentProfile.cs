namespace EmailSettings.Messages.Reading;

/// <summary>The properties of a part's bytes that restrict its transfer encoding (RFC 2045 section 2).</summary>
/// <param name="SizeBytes">The number of bytes.</param>
/// <param name="HasEightBit">Whether there is a byte above 127.</param>
/// <param name="HasNul">Whether there is a NUL.</param>
/// <param name="HasBareLineEnd">Whether there is a bare CR or LF.</param>
/// <param name="LongestLine">The bytes of the longest line without its line ending.</param>
/// <param name="QuotedPrintableBytes">The size in quoted-printable.</param>
public sealed record ContentProfile(long SizeBytes, bool HasEightBit, bool HasNul, bool HasBareLineEnd, long LongestLine, long QuotedPrintableBytes)
{
    /// <summary>The longest line that 7bit and 8bit allow.</summary>
    public const int MaxLine = 998;

    /// <summary>Whether the bytes can be sent as 7bit.</summary>
    public bool PermitsSevenBit => PermitsEightBit && !HasEightBit;

    /// <summary>Whether the bytes can be sent as 8bit.</summary>
    public bool PermitsEightBit => !HasNul && !HasBareLineEnd && LongestLine <= MaxLine;

    /// <summary>
    /// Whether the bytes can be sent as quoted-printable, which is for text: its line endings become CRLF in transport.
    /// </summary>
    public bool PermitsQuotedPrintable => !HasBareLineEnd;

    /// <summary>The size in base64, in lines of 76 including CRLF.</summary>
    public long Base64Bytes
    {
        get
        {
            var chars = (SizeBytes + 2) / 3 * 4;
            return chars + ((chars + 75) / 76 * 2);
        }
    }
}
