using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>
/// The effective limits of the server's SIZE, the settings and the platform's fixed caps. 1 MB = 1 048 576 bytes.
/// </summary>
public sealed record LimitsStageFacts : FactRecord
{
    /// <summary>The server's limit on the encoded size in bytes; null if it announces none.</summary>
    public long? ServerMaxBytes { get; init; }

    /// <summary>The configured limit of a mail in MB; null for no limit.</summary>
    public int? MaxEmailSizeMB { get; init; }

    /// <summary>The configured limit of an attachment in MB; null for no limit.</summary>
    public int? MaxAttachmentSizeMB { get; init; }

    /// <summary>The configured limit of recipients; null for no limit.</summary>
    public int? MaxRecipients { get; init; }

    /// <summary>The largest encoded mail in bytes: the minimum of server, settings and fixed cap.</summary>
    public long EffectiveMailBytes { get; init; }

    /// <summary>
    /// The largest attachment in bytes before base64 (78/57 with line breaks): the minimum of what fits in such a mail, settings
    /// and fixed cap.
    /// </summary>
    public long EffectiveAttachmentBytes { get; init; }

    /// <summary>The configured transfer encodings.</summary>
    public IReadOnlyList<string> Encodings { get; init; } = [];
}
