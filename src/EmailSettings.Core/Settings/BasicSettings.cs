namespace EmailSettings.Core.Settings;

/// <summary>The block "Basic Settings". 1 KB = 1024 bytes, 1 MB = 1024 KB.</summary>
public sealed record BasicSettings
{
    /// <summary>The fixed cap on a sent mail, in MB.</summary>
    public const int FixedMaxSentSizeMB = 100;

    /// <summary>The fixed cap on one attachment of a sent mail, in MB.</summary>
    public const int FixedMaxSentAttachmentMB = 10;

    /// <summary>The documented defaults.</summary>
    public static BasicSettings Default { get; } = new();

    /// <summary>The transfer encoding of attachments by file name extension.</summary>
    public AttachmentEncodingMap AttachmentEncodings { get; init; } = AttachmentEncodingMap.Default;

    /// <summary>The IANA name of the charset of the text body of sent mail.</summary>
    public string BodyCharset { get; init; } = "utf-8";

    /// <summary>The transfer encoding of the body of sent mail.</summary>
    public TransferEncoding SentEncoding { get; init; } = TransferEncoding.EightBit;

    /// <summary>The largest incoming mail that is read, in KB; body and attachments of a larger one are dropped.</summary>
    public int MaxIncomingSizeKB { get; init; } = 25_000;

    /// <summary>The fixed cap on a sent mail, in MB.</summary>
    public int MaxSentSizeMB { get; } = FixedMaxSentSizeMB;

    /// <summary>The fixed cap on one attachment of a sent mail, in MB.</summary>
    public int MaxSentAttachmentMB { get; } = FixedMaxSentAttachmentMB;
}
