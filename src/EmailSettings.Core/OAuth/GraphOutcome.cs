namespace EmailSettings.Core.OAuth;

/// <summary>The outcome of a Graph request. Contains no secrets.</summary>
public sealed record GraphOutcome
{
    /// <summary>The status.</summary>
    public required GraphStatus Status { get; init; }

    /// <summary>The number of messages in the inbox, if requested.</summary>
    public long? TotalItemCount { get; init; }

    /// <summary>The message to find; null if it was not found.</summary>
    public GraphMessage? Message { get; init; }

    /// <summary>The raw message, if requested.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The HTTP status, if there was an answer.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Whether the request may have been carried out although there was no answer.</summary>
    public bool MayBeDone { get; init; }

    /// <summary><c>error.code</c> from Graph, escaped.</summary>
    public string? ErrorCode { get; init; }

    /// <summary><c>error.message</c> from Graph, without token and mailbox, escaped, on one line.</summary>
    public string? ServerText { get; init; }

    /// <summary>The failure as seen by the client.</summary>
    public string? Detail { get; init; }

    /// <summary>The request id for Microsoft support.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long to wait, according to the server.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
