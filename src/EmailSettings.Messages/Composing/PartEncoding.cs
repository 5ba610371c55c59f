namespace EmailSettings.Messages.Composing;

/// <summary>A transfer encoding (RFC 2045 section 6).</summary>
public enum PartEncoding
{
    /// <summary>7bit.</summary>
    SevenBit,

    /// <summary>8bit.</summary>
    EightBit,

    /// <summary>binary.</summary>
    Binary,

    /// <summary>quoted-printable.</summary>
    QuotedPrintable,

    /// <summary>base64.</summary>
    Base64,
}
