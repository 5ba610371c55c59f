namespace EmailSettings.Core.Settings;

/// <summary>The block "Attachment Settings": where attachments are stored.</summary>
public sealed record AttachmentSettings
{
    /// <summary>The documented defaults.</summary>
    public static AttachmentSettings Default { get; } = new();

    /// <summary>Whether attachments are saved to <see cref="Folder"/> rather than the database.</summary>
    public bool SaveToFolder { get; init; }

    /// <summary>A UNC or absolute local path; files are saved below it in <c>YYYY\MM\DD</c>. Null if not set.</summary>
    public string? Folder { get; init; }

    /// <summary>Attachments smaller than this, in bytes, are always saved to the database.</summary>
    public long MinimumFileSizeBytes { get; init; } = 8000;

    /// <summary>Whether mails from the OII integration are saved in MIME format.</summary>
    public bool SaveAsMime { get; init; } = true;

    /// <summary>
    /// Whether the fields that need a restart have been saved once; later changes of them set the restart mark.
    /// </summary>
    internal bool FirstSaved { get; init; }

    /// <summary>Whether the Agent Server must be restarted for a change to take effect.</summary>
    public bool RestartRequired { get; init; }
}
