using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>A real message, sent or found again.</summary>
public sealed record MessageStageFacts : FactRecord
{
    /// <summary>Its Message-ID.</summary>
    public required string MessageId { get; init; }

    /// <summary>Its size in bytes.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>The server's answer to the message, which often holds its queue id.</summary>
    public string? Reply { get; init; }

    /// <summary>It was found in the inbox; null where it was not looked for.</summary>
    public bool? FoundAgain { get; init; }

    /// <summary>Time under way until it was found, in milliseconds.</summary>
    public long? UnderWayMs { get; init; }
}
