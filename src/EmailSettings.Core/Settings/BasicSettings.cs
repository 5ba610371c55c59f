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

    /// <summary>Transfer encoding of an attachment by its file name's extension.</summary>
    public AttachmentEncodingMap AttachmentEncodings { get; init; } = AttachmentEncodingMap.Default;

    /// <summary>IANA name of the charset of the text body of sent mail.</summary>
    public string BodyCharset { get; init; } = "utf-8";

    /// <summary>Transfer encoding of the body of sent mail.</summary>
    public TransferEncoding SentEncoding { get; init; } = TransferEncoding.EightBit;

    /// <summary>Largest incoming mail that is read, in KB; of a larger one body and attachments are dropped.</summary>
    public int MaxIncomingSizeKB { get; init; } = 25_000;

    /// <summary>Cap on a sent mail, in MB; fixed.</summary>
    public int MaxSentSizeMB { get; } = FixedMaxSentSizeMB;

    /// <summary>Cap on one attachment of a sent mail, in MB; fixed.</summary>
    public int MaxSentAttachmentMB { get; } = FixedMaxSentAttachmentMB;
}
