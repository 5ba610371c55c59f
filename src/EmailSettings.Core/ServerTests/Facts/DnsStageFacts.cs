namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>The look-up of the host.</summary>
public sealed record DnsStageFacts : StageFacts
{
    /// <summary>The name looked up, IDN in A-labels.</summary>
    public required string Name { get; init; }

    /// <summary>The host is an IP address: nothing was looked up.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>The addresses, in the order tried.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];
}
