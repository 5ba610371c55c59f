namespace EmailSettings.Core.ServerTests;

/// <summary>Which addresses of a host a test connects to.</summary>
public enum TestAddressFamily
{
    /// <summary>Those of both families.</summary>
    Auto,

    /// <summary>IPv4 alone.</summary>
    IPv4,

    /// <summary>IPv6 alone.</summary>
    IPv6,
}
