namespace EmailSettings.Core.OAuth;

/// <summary>What Graph says. Holds no secret.</summary>
public sealed record GraphOutcome
{
    /// <summary>The answer by kind.</summary>
    public required GraphStatus Status { get; init; }

    /// <summary>Messages in the inbox, where that was asked for.</summary>
    public long? TotalItemCount { get; init; }

    /// <summary>The message that was looked for; null where it is not there.</summary>
    public GraphMessage? Message { get; init; }

    /// <summary>A message as it stands in the mailbox, where that was asked for.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The HTTP status, where there was an answer.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>No answer came to a request that may have reached Graph, so that it may have been carried out.</summary>
    public bool MayBeDone { get; init; }

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
