namespace EmailSettings.Mail.Probes;

/// <summary>What a further look found at the other end.</summary>
public sealed record PeerFacts
{
    /// <summary>What speaks there.</summary>
    public required PeerProtocol Protocol { get; init; }

    /// <summary>The beginning of what it said, lines parted by LF, where it was text.</summary>
    public string? Text { get; init; }
}
