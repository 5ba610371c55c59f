namespace EmailSettings.Mail.Wire;

/// <summary>How much a server may send.</summary>
internal static class WireLimits
{
    /// <summary>Bytes of one line, its line end included.</summary>
    public const int LineBytes = 64 * 1024;

    /// <summary>Bytes of one reply in sum, untagged responses and literals included.</summary>
    public const int ReplyBytes = 1024 * 1024;

    /// <summary>
    /// Lines that are kept of one reply: each costs an object, so that a megabyte of empty lines would cost many.
    /// </summary>
    public const int ReplyLines = 4_096;

    /// <summary>Characters of server text that a failure shows of what was no reply.</summary>
    public const int ExcerptChars = 512;
}
