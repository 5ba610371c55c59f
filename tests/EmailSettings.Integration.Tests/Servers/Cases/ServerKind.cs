using EmailSettings.Integration.Tests.Certificates;

namespace EmailSettings.Integration.Tests.Servers.Cases;

/// <summary>A kind of mail server, with every way to use it and the typical mistakes.</summary>
/// <param name="Name">Its name, also in test names.</param>
/// <param name="Fault">Why this host cannot run it; null if it can.</param>
/// <param name="Create">Creates one, to be started.</param>
internal sealed record ServerKind(string Name, string? Fault, Func<TestCertificateAuthority, ServerOptions, RealServer> Create)
{
    /// <summary>Every TLS mode, and every mechanism offered.</summary>
    public required IReadOnlyList<ServerWay> Ways { get; init; }

    /// <summary>At least ten mistakes with their expected results.</summary>
    public required IReadOnlyList<ExpectedFinding> Mistakes { get; init; }

    public override string ToString() => Name;
}
