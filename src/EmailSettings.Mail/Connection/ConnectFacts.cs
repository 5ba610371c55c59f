using System.Net;

namespace EmailSettings.Mail.Connection;

/// <summary>The result of connecting.</summary>
public sealed record ConnectFacts : FactRecord
{
    /// <summary>The remote address and port; null if every address failed.</summary>
    public IPEndPoint? Remote { get; init; }

    /// <summary>The local address and port; null if every address failed.</summary>
    public IPEndPoint? Local { get; init; }

    /// <summary>
    /// Every address that failed, in the order of failure. Attempts abandoned because another address was faster do not count.
    /// </summary>
    public required IReadOnlyList<FailedAddress> Failed { get; init; }
}
