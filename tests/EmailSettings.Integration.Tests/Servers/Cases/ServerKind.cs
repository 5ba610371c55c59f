using EmailSettings.Integration.Tests.Certificates;

namespace EmailSettings.Integration.Tests.Servers.Cases;

/// <summary>A kind of mail server, with every way to use it and the mistakes that are made with it.</summary>
/// <param name="Name">What it is called, also in the names of tests.</param>
/// <param name="Fault">Why this host cannot run it; null for no reason.</param>
/// <param name="Create">Makes one, which is then started.</param>
internal sealed record ServerKind(string Name, string? Fault, Func<TestCertificateAuthority, ServerOptions, RealServer> Create)
{
    /// <summary>Every kind of TLS, and every mechanism on offer.</summary>
    public required IReadOnlyList<ServerWay> Ways { get; init; }

    /// <summary>At least ten mistakes, and how this server makes them known.</summary>
    public required IReadOnlyList<ExpectedFinding> Mistakes { get; init; }

    public override string ToString() => Name;
}
