namespace EmailSettings.Messages.Finding;

/// <summary>A message to look for in a mailbox.</summary>
public sealed record MessageQuery
{
    /// <summary>Its Message-ID, with angle brackets.</summary>
    public required string MessageId { get; init; }

    /// <summary>When it was sent. Messages delivered more than a day earlier are ignored.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>How long to look for it.</summary>
    public required TimeSpan Within { get; init; }

    /// <summary>The pause between searches.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The largest size, in bytes, at which the whole message is fetched; of a larger one only the header is.</summary>
    public long MaxBytes { get; init; } = 32L * 1024 * 1024;
}
