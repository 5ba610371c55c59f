namespace EmailSettings.Messages.Reading;

/// <summary>How much of a message is looked at.</summary>
public sealed record MessageReadOptions
{
    /// <summary>Bytes up to which a message is read whole. Of a larger one the header alone is read. 100 000 KB.</summary>
    public long WholeUpToBytes { get; init; } = 100_000L * 1024;

    /// <summary>Give the SHA-256 of each part.</summary>
    public bool Digests { get; init; }

    /// <summary>Characters to keep of each body, 0 for none.</summary>
    public int BodyChars { get; init; }

    /// <summary>Charset to write the bodies in, for <see cref="MessagePart.Rewritten"/>; null for none.</summary>
    public string? RewriteCharset { get; init; }

    /// <summary>Give what each part's bytes ask of a transfer encoding.</summary>
    public bool Profiles { get; init; }
}
