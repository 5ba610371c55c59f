using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>A real message that was sent or found.</summary>
public sealed record MessageStageFacts : FactRecord
{
    /// <summary>Its Message-ID.</summary>
    public required string MessageId { get; init; }

    /// <summary>Its size in bytes.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>The transfer encoding of its body.</summary>
    public string? BodyEncoding { get; init; }

    /// <summary>The transfer encoding of each attachment, by name.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>How it was sent or searched: Graph; null for the mail protocol.</summary>
    public string? Via { get; init; }

    /// <summary>The Graph request id for Microsoft support.</summary>
    public string? RequestId { get; init; }

    /// <summary>The server's reply to the message, which often contains its queue id.</summary>
    public string? Reply { get; init; }

    /// <summary>Whether it was found in the mailbox; null if not searched.</summary>
    public bool? FoundAgain { get; init; }

    /// <summary>The folder where it was found.</summary>
    public string? Folder { get; init; }

    /// <summary>The delivery time until it was found, in milliseconds.</summary>
    public long? UnderWayMs { get; init; }

    /// <summary>Whether the attachments arrived unchanged; null if there are none or they were not checked.</summary>
    public bool? AttachmentsIntact { get; init; }

    /// <summary>The servers on its path, in order.</summary>
    public IReadOnlyList<MessageHopFacts> Hops { get; init; } = [];

    /// <summary>The server that authenticated the message.</summary>
    public string? AuthenticationServer { get; init; }

    /// <summary>That server's SPF, DKIM and DMARC results.</summary>
    public IReadOnlyList<AuthenticationVerdictFacts> Authentication { get; init; } = [];
}
