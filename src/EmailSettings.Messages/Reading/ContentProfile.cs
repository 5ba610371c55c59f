namespace EmailSettings.Messages.Reading;

/// <summary>What the bytes of a part ask of a transfer encoding (RFC 2045 section 2).</summary>
/// <param name="SizeBytes">How many.</param>
/// <param name="HasEightBit">A byte over 127.</param>
/// <param name="HasNul">A NUL.</param>
/// <param name="HasBareLineEnd">A CR or an LF that stands alone.</param>
/// <param name="LongestLine">Bytes of the longest line, its line end not counted.</param>
/// <param name="QuotedPrintableBytes">Size as quoted-printable.</param>
public sealed record ContentProfile(long SizeBytes, bool HasEightBit, bool HasNul, bool HasBareLineEnd, long LongestLine, long QuotedPrintableBytes)
{
    /// <summary>The longest line that 7bit and 8bit allow.</summary>
    public const int MaxLine = 998;

    /// <summary>The bytes may go as 7bit.</summary>
    public bool PermitsSevenBit => PermitsEightBit && !HasEightBit;

    /// <summary>The bytes may go as 8bit.</summary>
    public bool PermitsEightBit => !HasNul && !HasBareLineEnd && LongestLine <= MaxLine;

    /// <summary>The bytes may go as quoted-printable, which is for text: in transport its line ends become CRLF.</summary>
    public bool PermitsQuotedPrintable => !HasBareLineEnd;

    /// <summary>Size as base64 in lines of 76, CRLF included.</summary>
    public long Base64Bytes
    {
        get
        {
            var chars = (SizeBytes + 2) / 3 * 4;
            return chars + ((chars + 75) / 76 * 2);
        }
    }
}
