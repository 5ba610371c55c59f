namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>The TCP connection.</summary>
public sealed record ConnectStageFacts : StageFacts
{
    /// <summary>The server's address and port in use; null where none answered.</summary>
    public string? Remote { get; init; }

    /// <summary>Our own address and port.</summary>
    public string? Local { get; init; }

    /// <summary>Every address that failed.</summary>
    public IReadOnlyList<FailedAddressFacts> Failed { get; init; } = [];
}
