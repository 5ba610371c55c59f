namespace EmailSettings.Mail.Smtp;

/// <summary>The extensions a server offers (RFC 5321 §4.1.1.1).</summary>
public sealed record SmtpCapabilities : FactRecord, IServerCapabilities
{
    /// <summary>The client name sent with EHLO or HELO; null if neither was sent.</summary>
    public string? ClientName { get; init; }

    /// <summary>Whether the server accepted EHLO; false if only HELO worked, so that no extensions are offered.</summary>
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

    /// <summary>Whether SIZE is offered (RFC 1870).</summary>
    public bool Size { get; init; }

    /// <summary>The largest message in bytes; null if SIZE gives none or 0, which means no fixed limit.</summary>
    public long? MaxSizeBytes { get; init; }

    /// <summary>8BITMIME (RFC 6152).</summary>
    public bool EightBitMime { get; init; }

    /// <summary>PIPELINING (RFC 2920).</summary>
    public bool Pipelining { get; init; }

    /// <summary>SMTPUTF8 (RFC 6531).</summary>
    public bool SmtpUtf8 { get; init; }

    /// <summary>BINARYMIME together with CHUNKING, which it requires (RFC 3030 §3).</summary>
    public bool BinaryMime { get; init; }

    /// <summary>CHUNKING (RFC 3030).</summary>
    [Unlisted]
    public bool Chunking { get; init; }

    /// <summary>ENHANCEDSTATUSCODES (RFC 2034).</summary>
    [Unlisted]
    public bool EnhancedStatusCodes { get; init; }
}
