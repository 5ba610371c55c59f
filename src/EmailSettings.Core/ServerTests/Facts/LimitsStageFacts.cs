using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>
/// What fits through: the server's SIZE, the settings' limits and the platform's fixed caps together. 1 MB = 1 048 576 bytes.
/// </summary>
public sealed record LimitsStageFacts : FactRecord
{
    /// <summary>The server's limit in bytes on the wire; null for none named.</summary>
    public long? ServerMaxBytes { get; init; }

    /// <summary>The settings' limit of a mail in MB; null: no limit set here.</summary>
    public int? MaxEmailSizeMB { get; init; }

    /// <summary>The settings' limit of an attachment in MB; null: no limit set here.</summary>
    public int? MaxAttachmentSizeMB { get; init; }

    /// <summary>The settings' limit of recipients; null: no limit set here.</summary>
    public int? MaxRecipients { get; init; }

    /// <summary>The largest mail in bytes on the wire: the least of server, settings and fixed cap.</summary>
    public long EffectiveMailBytes { get; init; }

    /// <summary>
    /// The largest attachment in bytes before base64 (78/57 with line ends): the least of what fits in such a mail, settings and
    /// fixed cap.
    /// </summary>
    public long EffectiveAttachmentBytes { get; init; }

    /// <summary>The transfer encodings in the settings.</summary>
    public IReadOnlyList<string> Encodings { get; init; } = [];
}
