namespace EmailSettings.Core.Judging;

/// <summary>Where an attachment is stored.</summary>
public enum AttachmentPlace
{
    /// <summary>In the attachment folder.</summary>
    Folder,

    /// <summary>In the database.</summary>
    Database,
}
