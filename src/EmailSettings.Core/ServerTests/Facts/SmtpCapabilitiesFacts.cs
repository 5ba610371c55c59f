namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>What an SMTP server offers.</summary>
public sealed record SmtpCapabilitiesFacts : StageFacts
{
    /// <summary>EHLO was taken; false where HELO alone was.</summary>
    public bool Extended { get; init; }

    /// <summary>The lines of EHLO, as received last.</summary>
    public IReadOnlyList<string> Offered { get; init; } = [];

    /// <summary>The lines before STARTTLS; empty where there was none.</summary>
    public IReadOnlyList<string> OfferedBeforeTls { get; init; } = [];

    /// <summary>AUTH mechanisms.</summary>
    public IReadOnlyList<string> AuthMechanisms { get; init; } = [];

    /// <summary>STARTTLS was on offer.</summary>
    public bool StartTls { get; init; }

    /// <summary>SIZE is on offer.</summary>
    public bool Size { get; init; }

    /// <summary>The largest message in bytes; null for no limit named.</summary>
    public long? MaxSizeBytes { get; init; }

    /// <summary>8BITMIME.</summary>
    public bool EightBitMime { get; init; }

    /// <summary>PIPELINING.</summary>
    public bool Pipelining { get; init; }

    /// <summary>SMTPUTF8.</summary>
    public bool SmtpUtf8 { get; init; }

    /// <summary>BINARYMIME together with CHUNKING.</summary>
    public bool BinaryMime { get; init; }
}
