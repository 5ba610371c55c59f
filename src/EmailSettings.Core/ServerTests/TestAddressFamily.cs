namespace EmailSettings.Core.ServerTests;

/// <summary>The addresses of a host that a test connects to.</summary>
public enum TestAddressFamily
{
    /// <summary>Both families.</summary>
    Auto,

    /// <summary>Only IPv4.</summary>
    IPv4,

    /// <summary>Only IPv6.</summary>
    IPv6,
}
