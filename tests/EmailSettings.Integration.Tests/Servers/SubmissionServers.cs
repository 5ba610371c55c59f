using EmailSettings.Integration.Tests.Certificates;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>The servers for sending beside Postfix that this host can run.</summary>
public sealed class SubmissionServers : IAsyncLifetime
{
    private readonly Dictionary<string, SubmissionServer> _servers = [];

    /// <summary>Issues the servers' certificates.</summary>
    public TestCertificateAuthority Authority { get; } = new();

    public SubmissionServer this[string name] => _servers[name];

    public async ValueTask InitializeAsync()
    {
        if (ServerRequirements.Exim is null) _servers[OnEximAttribute.Name] = new EximServer(Authority);
        if (ServerRequirements.Node is null) _servers[OnNodeAttribute.Name] = new NodeServer(Authority);
        foreach (var server in _servers.Values) await server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values) await server.DisposeAsync();
        Authority.Dispose();
    }
}
