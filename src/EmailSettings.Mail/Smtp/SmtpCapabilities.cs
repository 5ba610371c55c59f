namespace EmailSettings.Mail.Smtp;

/// <summary>The extensions a server offers (RFC 5321 §4.1.1.1).</summary>
public sealed record SmtpCapabilities : FactRecord, IServerCapabilities
{
    /// <summary>The name that this client gave with EHLO or HELO; null where no session asked.</summary>
    public string? ClientName { get; init; }

    /// <summary>The server took EHLO; false where only HELO worked, and so nothing is on offer.</summary>
    public required bool Extended { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Offered { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<string> OfferedBeforeTls { get; init; } = [];

    /// <summary>The reply to EHLO or HELO.</summary>
    [Unlisted]
    public required SmtpReply Reply { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<string> AuthMechanisms { get; init; } = [];

    /// <inheritdoc/>
    public bool StartTls { get; init; }

    /// <summary>SIZE is on offer (RFC 1870).</summary>
    public bool Size { get; init; }

    /// <summary>The largest message in bytes; null where SIZE names none, or names 0, which means no fixed limit.</summary>
    public long? MaxSizeBytes { get; init; }

    /// <summary>8BITMIME (RFC 6152).</summary>
    public bool EightBitMime { get; init; }

    /// <summary>PIPELINING (RFC 2920).</summary>
    public bool Pipelining { get; init; }

    /// <summary>SMTPUTF8 (RFC 6531).</summary>
    public bool SmtpUtf8 { get; init; }

    /// <summary>BINARYMIME, with CHUNKING, which it needs (RFC 3030 §3).</summary>
    public bool BinaryMime { get; init; }

    /// <summary>CHUNKING (RFC 3030).</summary>
    [Unlisted]
    public bool Chunking { get; init; }

    /// <summary>ENHANCEDSTATUSCODES (RFC 2034).</summary>
    [Unlisted]
    public bool EnhancedStatusCodes { get; init; }
}
