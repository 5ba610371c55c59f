using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Operations;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Tests.Operations;
using EmailSettings.Core.Tests.Secrets;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>A system with server tests. A root of this run is trusted by default, and every host resolves to loopback.</summary>
internal sealed class TestBench : IDisposable
{
    public const string Host = TestAuthority.Host;

    private readonly List<SecretText> _secrets = [];

    public TestBench() => Tests = With(services => services);

    public static TestAuthority Authority { get; } = new();

    /// <summary>The roots trusted for token endpoints.</summary>
    public static X509Certificate2Collection TokenTrust => Authority.Trusted;

    public TestSystem System { get; } = new();

    public ServerTestOperations Tests { get; private set; }

    public ServerTestServices Services { get; private set; } = null!;

    /// <summary>Limits for servers that answer, however busy the machine is.</summary>
    public static TestTimeouts Patient { get; } = new() { Connect = TimeSpan.FromMinutes(1), Reply = TimeSpan.FromMinutes(1) };

    /// <summary>Limits for silent servers: longer than any answer takes.</summary>
    public static TestTimeouts Impatient { get; } = new() { Connect = TimeSpan.FromMinutes(1), Reply = TimeSpan.FromSeconds(3) };

    /// <summary>Creates the server tests with other services.</summary>
    public ServerTestOperations With(Func<ServerTestServices, ServerTestServices> change)
    {
        Services = change(new ServerTestServices { Resolver = new StubResolver(IPAddress.Loopback), NormalTrust = Authority.Trusted, Clock = System.Clock });
        return Tests = new ServerTestOperations(System.Store, System.Guard, System.Certificates.Finder, Services);
    }

    public SecretText Secret(string text)
    {
        var secret = SecretText.FromUtf8(Encoding.UTF8.GetBytes(text));
        _secrets.Add(secret);
        return secret;
    }

    /// <summary>Stores an outgoing server with a password, with this system's own certificate.</summary>
    public void Store(ScriptedServer server, string password, params Assignment[] more)
    {
        System.Use(TestCertificates.Make());
        // A test's own values take precedence over the defaults.
        System.Assign(SettingBlocks.Outgoing,
            [.. more.Concat([new("enabled", true), new("host", Host), new("port", server.Port), new("authentication", "Basic"), new("serverUser", "mailer")]).DistinctBy(field => field.Field)]);
        System.Set("outgoing.password", password);
    }

    /// <summary>Tests a server that is not in the settings, by default anonymously and without TLS.</summary>
    public Task<ServerTestReport> OutgoingAsync(ScriptedServer server, Func<OutgoingTestRequest, OutgoingTestRequest>? change = null, CancellationToken cancellation = default)
    {
        return OutgoingAsync(server.Port, change, cancellation);
    }

    /// <inheritdoc cref="OutgoingAsync(ScriptedServer, Func{OutgoingTestRequest, OutgoingTestRequest}?, CancellationToken)"/>
    public Task<ServerTestReport> OutgoingAsync(int port, Func<OutgoingTestRequest, OutgoingTestRequest>? change = null, CancellationToken cancellation = default)
    {
        var request = new OutgoingTestRequest { Host = Host, Port = port, TlsMode = TlsChoice.None, Timeouts = Patient };
        return Tests.TestAsync(change is null ? request : change(request), cancellation);
    }

    /// <summary>Tests with implicit TLS, by default with the normal roots.</summary>
    public Task<ServerTestReport> ImplicitAsync(ScriptedServer server, X509Certificate2Collection? roots = null) =>
        OutgoingAsync(server, request => request with { TlsMode = TlsChoice.Implicit, ExtraRoots = roots ?? [] });

    /// <summary>Tests any mailbox, by default without TLS.</summary>
    public Task<ServerTestReport> IncomingAsync(ScriptedServer server, Func<IncomingTestRequest, IncomingTestRequest>? change = null, CancellationToken cancellation = default)
    {
        var request = new IncomingTestRequest { Host = Host, Port = server.Port, TlsMode = TlsChoice.None, Timeouts = Patient };
        return Tests.TestAsync(change is null ? request : change(request), cancellation);
    }

    public void Dispose()
    {
        foreach (var secret in _secrets) secret.Dispose();
        System.Dispose();
    }
}
