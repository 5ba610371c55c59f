namespace EmailSettings.Messages.Finding;

/// <summary>A message to be found in a mailbox.</summary>
public sealed record MessageQuery
{
    /// <summary>Its Message-ID, with angle brackets.</summary>
    public required string MessageId { get; init; }

    /// <summary>When it was sent. Mails that came more than a day earlier are not looked at.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>How long to look.</summary>
    public required TimeSpan Within { get; init; }

    /// <summary>Time between two looks.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Bytes up to which the message found is fetched; of a larger one its header alone.</summary>
    public long MaxBytes { get; init; } = 32L * 1024 * 1024;
}
