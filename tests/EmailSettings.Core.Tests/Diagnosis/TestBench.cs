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

/// <summary>A system with the tests of servers on it. Its normal trust is a root of this run; every host is found on loopback.</summary>
internal sealed class TestBench : IDisposable
{
    public const string Host = TestAuthority.Host;

    private readonly List<SecretText> _secrets = [];

    public TestBench() => Tests = With(services => services);

    public static TestAuthority Authority { get; } = new();

    /// <summary>The roots that token endpoints of tests are trusted by.</summary>
    public static X509Certificate2Collection TokenTrust => Authority.Trusted;

    public TestSystem System { get; } = new();

    public ServerTestOperations Tests { get; private set; }

    public ServerTestServices Services { get; private set; } = null!;

    /// <summary>Limits for servers that answer, however busy the machine is.</summary>
    public static TestTimeouts Patient { get; } = new() { Connect = TimeSpan.FromMinutes(1), Reply = TimeSpan.FromMinutes(1) };

    /// <summary>Limits for servers that stay silent: longer than anything that answers takes.</summary>
    public static TestTimeouts Impatient { get; } = new() { Connect = TimeSpan.FromMinutes(1), Reply = TimeSpan.FromSeconds(3) };

    /// <summary>The tests of servers with other services.</summary>
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

    /// <summary>Stores an outgoing server with a password, on this system's own certificate.</summary>
    public void Store(ScriptedServer server, string password, params Assignment[] more)
    {
        System.Use(TestCertificates.Make());
        // A test's own values win over the usual ones.
        System.Assign(SettingBlocks.Outgoing,
            [.. more.Concat([new("enabled", true), new("host", Host), new("port", server.Port), new("authentication", "Basic"), new("serverUser", "mailer")]).DistinctBy(field => field.Field)]);
        System.Set("outgoing.password", password);
    }

    /// <summary>A test of a server that the settings do not know, anonymous and in clear unless said otherwise.</summary>
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

    /// <summary>A test with TLS from the first byte, on the normal trust unless roots are given.</summary>
    public Task<ServerTestReport> ImplicitAsync(ScriptedServer server, X509Certificate2Collection? roots = null) =>
        OutgoingAsync(server, request => request with { TlsMode = TlsChoice.Implicit, ExtraRoots = roots ?? [] });

    /// <summary>A test of any mailbox, in clear unless said otherwise.</summary>
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
