using EmailSettings.Integration.Tests.Certificates;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>The options of a server.</summary>
public sealed record ServerOptions
{
    /// <summary>The defaults.</summary>
    public static readonly ServerOptions Usual = new();

    /// <summary>Its certificate; null for a good one.</summary>
    public ServerCertificateOptions? Certificate { get; init; }

    /// <summary>Its Kerberos realm; null for none.</summary>
    internal KerberosRealm? Realm { get; init; }

    /// <summary>Whether it serves only one connection at a time.</summary>
    public bool ServesOne { get; init; }
}
