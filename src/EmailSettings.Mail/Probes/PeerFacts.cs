namespace EmailSettings.Mail.Probes;

/// <summary>What a probe found at the other end.</summary>
public sealed record PeerFacts
{
    /// <summary>The protocol spoken there.</summary>
    public required PeerProtocol Protocol { get; init; }

    /// <summary>The beginning of the answer if it was text, lines separated by LF.</summary>
    public string? Text { get; init; }
}
