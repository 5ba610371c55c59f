namespace EmailSettings.Mail.Wire;

/// <summary>Limits on what a server may send.</summary>
internal static class WireLimits
{
    /// <summary>Bytes per line, including its line ending.</summary>
    public const int LineBytes = 64 * 1024;

    /// <summary>Bytes per reply, including untagged responses and literals.</summary>
    public const int ReplyBytes = 1024 * 1024;

    /// <summary>Lines kept per reply: each costs an object, and a megabyte of empty lines would cost many.</summary>
    public const int ReplyLines = 4_096;

    /// <summary>Characters that a failure shows of text that was not a reply.</summary>
    public const int ExcerptChars = 512;
}
