namespace EmailSettings.Core.OAuth;

/// <summary>What Graph says about the inbox of a mailbox. Holds no secret.</summary>
public sealed record GraphMailboxOutcome
{
    /// <summary>The answer by kind.</summary>
    public required GraphMailboxStatus Status { get; init; }

    /// <summary>Messages in the inbox, where it was found.</summary>
    public long? TotalItemCount { get; init; }

    /// <summary>The HTTP status, where there was an answer.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Graph's <c>error.code</c>, escaped.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Graph's <c>error.message</c>, without token and mailbox, escaped, on one line.</summary>
    public string? ServerText { get; init; }

    /// <summary>What this side saw.</summary>
    public string? Detail { get; init; }

    /// <summary>What the server's support asks for.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long the server asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
