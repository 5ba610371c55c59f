namespace EmailSettings.Core.Settings;

/// <summary>The block "Attachment Settings": where the attachments of mails are kept.</summary>
public sealed record AttachmentSettings
{
    /// <summary>The documented defaults.</summary>
    public static AttachmentSettings Default { get; } = new();

    /// <summary>Attachments go to <see cref="Folder"/>; otherwise to the database.</summary>
    public bool SaveToFolder { get; init; }

    /// <summary>UNC or absolute local path; files land below it in <c>YYYY\MM\DD</c>. Null where none is set.</summary>
    public string? Folder { get; init; }

    /// <summary>A smaller attachment goes to the database all the same, in bytes.</summary>
    public long MinimumFileSizeBytes { get; init; } = 8000;

    /// <summary>Mails through the OII integration are saved in MIME format.</summary>
    public bool SaveAsMime { get; init; } = true;

    /// <summary>True once the fields that need a restart have been saved; from then on a change of them marks.</summary>
    internal bool FirstSaved { get; init; }

    /// <summary>True while a change waits for the restart of the Agent Server.</summary>
    public bool RestartRequired { get; init; }
}
