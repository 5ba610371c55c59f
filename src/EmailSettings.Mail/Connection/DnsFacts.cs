using System.Net;

namespace EmailSettings.Mail.Connection;

/// <summary>What the look-up of a host gave.</summary>
public sealed record DnsFacts : FactRecord
{
    /// <summary>The name that was looked up, IDN converted to A-labels; an IP literal without brackets.</summary>
    public required string Name { get; init; }

    /// <summary>The host is an IP literal: nothing was looked up.</summary>
    public required bool IsLiteral { get; init; }

    /// <summary>The addresses, in the order in which they are tried.</summary>
    public required IReadOnlyList<IPAddress> Addresses { get; init; }
}
