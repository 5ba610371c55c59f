using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>A server on a message's path, as in its Received field, which is not trustworthy.</summary>
public sealed record MessageHopFacts : FactRecord
{
    /// <summary>The server that sent the message.</summary>
    public string? From { get; init; }

    /// <summary>The server that received it.</summary>
    public string? By { get; init; }

    /// <summary>The protocol.</summary>
    public string? With { get; init; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The time since the previous hop in milliseconds; negative if their clocks differ.</summary>
    public long? WaitedMs { get; init; }
}
