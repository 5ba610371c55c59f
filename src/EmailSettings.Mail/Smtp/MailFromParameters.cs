namespace EmailSettings.Mail.Smtp;

/// <summary>What is said of a message at MAIL FROM, each only where the server offers the extension.</summary>
public sealed record MailFromParameters
{
    /// <summary>SIZE=: the message's size in bytes (RFC 1870), or null.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>BODY=8BITMIME: the message has bytes over 127 (RFC 6152).</summary>
    public bool EightBit { get; init; }

    /// <summary>BODY=BINARYMIME: the message goes as it is, in chunks (RFC 3030).</summary>
    public bool Binary { get; init; }

    /// <summary>SMTPUTF8: an address or header has characters beyond ASCII (RFC 6531).</summary>
    public bool Utf8 { get; init; }
}
