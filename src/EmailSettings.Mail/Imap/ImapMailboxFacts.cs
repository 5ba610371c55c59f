namespace EmailSettings.Mail.Imap;

/// <summary>The result of EXAMINE (RFC 3501 §6.3.2).</summary>
public sealed record ImapMailboxFacts
{
    /// <summary>The mailbox's name.</summary>
    public required string Name { get; init; }

    /// <summary>EXISTS: the number of messages.</summary>
    public long? Messages { get; init; }

    /// <summary>UIDVALIDITY.</summary>
    public uint? UidValidity { get; init; }

    /// <summary>UIDNEXT.</summary>
    public uint? UidNext { get; init; }

    /// <summary>The tagged response.</summary>
    public required ImapReply Reply { get; init; }
}
