namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>An address that could not be connected to.</summary>
public sealed record FailedAddressFacts : FactRecord
{
    /// <summary>The address.</summary>
    public required string Address { get; init; }

    /// <summary>The socket's error by name, for example <c>ConnectionRefused</c>.</summary>
    public required string Error { get; init; }

    /// <summary>How long the attempt lasted, in milliseconds.</summary>
    public long ElapsedMs { get; init; }
}
