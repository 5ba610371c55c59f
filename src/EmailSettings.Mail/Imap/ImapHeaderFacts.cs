namespace EmailSettings.Mail.Imap;

/// <summary>The header of one message.</summary>
public sealed record ImapHeaderFacts
{
    /// <summary>The message's unique identifier.</summary>
    public required uint Uid { get; init; }

    /// <summary>RFC822.SIZE in bytes, or null where the server did not say.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>The header as received, at most the bytes asked for.</summary>
    public required ReadOnlyMemory<byte> Header { get; init; }
}
