namespace EmailSettings.Messages.Reading;

/// <summary>What to read of a message.</summary>
public sealed record MessageReadOptions
{
    /// <summary>
    /// The size, in bytes, up to which a message is read completely. Of a larger one only the header is read. 100 000 KB.
    /// </summary>
    public long WholeUpToBytes { get; init; } = 100_000L * 1024;

    /// <summary>Whether to compute the SHA-256 of each part.</summary>
    public bool Digests { get; init; }

    /// <summary>The number of characters to keep of each body; 0 for none.</summary>
    public int BodyChars { get; init; }

    /// <summary>The charset to convert the bodies to, for <see cref="MessagePart.Rewritten"/>; null for none.</summary>
    public string? RewriteCharset { get; init; }

    /// <summary>Whether to compute <see cref="MessagePart.Profile"/>.</summary>
    public bool Profiles { get; init; }
}
