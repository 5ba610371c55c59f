namespace EmailSettings.Mail.Imap;

/// <summary>What a search found.</summary>
public sealed record ImapSearchFacts
{
    /// <summary>The unique identifiers found, in the server's order; at most the first thousand.</summary>
    public required IReadOnlyList<uint> Uids { get; init; }
}
