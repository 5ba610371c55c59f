namespace EmailSettings.Mail.Smtp;

/// <summary>The parameters of MAIL FROM, each sent only if the server offers the extension.</summary>
public sealed record MailFromParameters
{
    /// <summary>SIZE=: the message's size in bytes (RFC 1870), or null.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>BODY=8BITMIME: the message has bytes above 127 (RFC 6152).</summary>
    public bool EightBit { get; init; }

    /// <summary>BODY=BINARYMIME: the message is sent unencoded, in chunks (RFC 3030).</summary>
    public bool Binary { get; init; }

    /// <summary>SMTPUTF8: an address or header has non-ASCII characters (RFC 6531).</summary>
    public bool Utf8 { get; init; }
}
