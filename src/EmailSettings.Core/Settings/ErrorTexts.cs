namespace EmailSettings.Core.Settings;

/// <summary>The block "Error Texts": the texts that replace mail that could not be read.</summary>
public sealed record ErrorTexts
{
    /// <summary>The documented defaults.</summary>
    public static ErrorTexts Default { get; } = new();

    /// <summary>Replaces a mail larger than <see cref="BasicSettings.MaxIncomingSizeKB"/>.</summary>
    public string TooLarge { get; init; } = "*** ERROR: Mail was too big, body and attachments dropped ***";

    /// <summary>Replaces a missing or unreadable body text.</summary>
    public string NoBody { get; init; } = "***WARNING: Could not get IMAP body text";
}
