using System.Net;

namespace EmailSettings.Mail.Connection;

/// <summary>How the connection came about, or did not.</summary>
public sealed record ConnectFacts : FactRecord
{
    /// <summary>The address and port in use; null where every address failed.</summary>
    public IPEndPoint? Remote { get; init; }

    /// <summary>Our own address and port; null where every address failed.</summary>
    public IPEndPoint? Local { get; init; }

    /// <summary>
    /// Every address that failed, in the order of failing. Addresses that lost to a quicker one are not failures.
    /// </summary>
    public required IReadOnlyList<FailedAddress> Failed { get; init; }
}
