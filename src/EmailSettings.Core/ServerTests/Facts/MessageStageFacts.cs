using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>A real message, sent or found again.</summary>
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

    /// <summary>How it went, or was looked for: Graph; null for the mail protocol.</summary>
    public string? Via { get; init; }

    /// <summary>Graph's name for the request, which Microsoft's support asks for.</summary>
    public string? RequestId { get; init; }

    /// <summary>The server's answer to the message, which often holds its queue id.</summary>
    public string? Reply { get; init; }

    /// <summary>It was found in the mailbox; null where it was not looked for.</summary>
    public bool? FoundAgain { get; init; }

    /// <summary>The folder in which it was found.</summary>
    public string? Folder { get; init; }

    /// <summary>Time under way until it was found, in milliseconds.</summary>
    public long? UnderWayMs { get; init; }

    /// <summary>The attachments came back byte for byte; null where there were none, or they were not looked at.</summary>
    public bool? AttachmentsIntact { get; init; }

    /// <summary>The servers on its way, in the order of the way.</summary>
    public IReadOnlyList<MessageHopFacts> Hops { get; init; } = [];

    /// <summary>The server whose verdicts follow.</summary>
    public string? AuthenticationServer { get; init; }

    /// <summary>What that server found of SPF, DKIM and DMARC.</summary>
    public IReadOnlyList<AuthenticationVerdictFacts> Authentication { get; init; } = [];
}
