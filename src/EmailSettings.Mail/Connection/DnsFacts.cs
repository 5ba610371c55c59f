using System.Net;

namespace EmailSettings.Mail.Connection;

/// <summary>The result of resolving a host name.</summary>
public sealed record DnsFacts : FactRecord
{
    /// <summary>The name that was resolved, IDNs as A-labels; or an IP literal without brackets.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the host is an IP literal, so that nothing was resolved.</summary>
    public required bool IsLiteral { get; init; }

    /// <summary>The addresses in the order to try.</summary>
    public required IReadOnlyList<IPAddress> Addresses { get; init; }
}
