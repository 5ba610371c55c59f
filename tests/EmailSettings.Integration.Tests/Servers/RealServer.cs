using System.Net;
using EmailSettings.Integration.Tests.Certificates;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>
/// A mail server of one run, on two loopback ports: STARTTLS and implicit TLS. A server for sending relays for those who logged in alone, has one
/// mailbox of its own and throws away what it takes; a server of mailboxes has one user with a folder.
/// </summary>
public abstract class RealServer : IAsyncDisposable
{
    /// <summary>The largest message that a server for sending takes, in bytes.</summary>
    public const int MessageSizeLimit = 2_000_000;

    /// <summary>The mailbox of a server for sending.</summary>
    public const string Address = "alice@mail.test";

    /// <summary>A sender that is refused.</summary>
    public const string RefusedSender = "refused@mail.test";

    private readonly List<ServerProcess> _processes = [];

    protected RealServer(string name, TestCertificateAuthority authority, ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        Folder = new TemporaryFolder($"es-{name}-");
        ServerCertificateFiles.Write(Folder, authority, options.Certificate).Dispose();
    }

    /// <summary>Whether mail is read here, by IMAP, and not sent.</summary>
    public virtual bool HoldsMailboxes => false;

    /// <summary>The user who can log in.</summary>
    public virtual string User => Address;

    public string Password { get; } = "c4nary" + Guid.NewGuid().ToString("N");

    /// <summary>The port of STARTTLS.</summary>
    public int StartTlsPort { get; } = ServerPorts.Take();

    /// <summary>The port of implicit TLS.</summary>
    public int ImplicitPort { get; } = ServerPorts.Take();

    protected ServerOptions Options { get; }

    /// <summary>Where everything of the server is, <c>cert.pem</c> and <c>key.pem</c> among it.</summary>
    protected TemporaryFolder Folder { get; }

    /// <summary>Starts the server; returns when both ports accept connections.</summary>
    public async Task StartAsync()
    {
        await PrepareAsync();
        await RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Enumerable.Reverse(_processes)) await process.DisposeAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes what the server needs into its folder.</summary>
    protected abstract Task PrepareAsync();

    /// <summary>Runs the programs of the server.</summary>
    protected abstract Task RunAsync();

    /// <summary>Runs one program in the foreground and waits until it listens.</summary>
    protected async Task RunAsync(IReadOnlyList<EndPoint> sockets, params string[] command) =>
        _processes.Add(await ServerProcess.StartAsync(Folder, $"server{_processes.Count}.out", sockets, command));

    protected static EndPoint Loopback(int port) => new IPEndPoint(IPAddress.Loopback, port);
}
