using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>One server on a message's way, as it noted itself; a Received field may say anything.</summary>
public sealed record MessageHopFacts : FactRecord
{
    /// <summary>Who handed the message over.</summary>
    public string? From { get; init; }

    /// <summary>Who took it.</summary>
    public string? By { get; init; }

    /// <summary>The protocol.</summary>
    public string? With { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Time since the hop before in milliseconds; negative where their clocks differ.</summary>
    public long? WaitedMs { get; init; }
}
