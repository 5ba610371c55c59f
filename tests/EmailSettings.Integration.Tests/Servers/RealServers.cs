using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Diagnosis;
using EmailSettings.Integration.Tests.Servers.Cases;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>The mail servers, each started when a test first needs it.</summary>
public sealed class RealServers : IAsyncLifetime
{
    private readonly Lazy<MailSystemBench> _bench;
    private readonly Dictionary<(string Kind, ServerOptions Options), RealServer> _servers = [];

    public RealServers() => _bench = new(() => new MailSystemBench(Authority));

    /// <summary>Issues the servers' certificates.</summary>
    public TestCertificateAuthority Authority { get; } = new();

    /// <summary>The tests with a store that trusts them.</summary>
    internal MailSystemBench Bench => _bench.Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values) await server.DisposeAsync();
        if (_bench.IsValueCreated) Bench.Dispose();
        Authority.Dispose();
    }

    internal async Task<RealServer> GetAsync(ServerKind kind, ServerOptions options)
    {
        if (_servers.TryGetValue((kind.Name, options), out var running)) return running;
        var server = kind.Create(Authority, options);
        _servers.Add((kind.Name, options), server);
        await server.StartAsync();
        return server;
    }
}
