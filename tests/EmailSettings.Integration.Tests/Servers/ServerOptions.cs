using EmailSettings.Integration.Tests.Certificates;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>What is to be special about a server.</summary>
public sealed record ServerOptions
{
    /// <summary>Nothing.</summary>
    public static readonly ServerOptions Usual = new();

    /// <summary>Its certificate; null for a good one.</summary>
    public ServerCertificateOptions? Certificate { get; init; }

    /// <summary>It serves one connection at a time.</summary>
    public bool ServesOne { get; init; }
}
