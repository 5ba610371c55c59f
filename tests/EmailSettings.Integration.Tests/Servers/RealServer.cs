using System.Net;
using EmailSettings.Integration.Tests.Certificates;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>
/// A mail server for one run on two loopback ports: STARTTLS and implicit TLS. A sending server relays only after a login, has
/// one mailbox of its own and discards what it accepts; a mailbox server has one user with a folder.
/// </summary>
public abstract class RealServer : IAsyncDisposable
{
    /// <summary>The largest message that a sending server accepts, in bytes.</summary>
    public const int MessageSizeLimit = 2_000_000;

    /// <summary>The mailbox of a sending server.</summary>
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

    /// <summary>Whether it is a mailbox server (IMAP), not a sending server.</summary>
    public virtual bool HoldsMailboxes => false;

    /// <summary>The user who can log in.</summary>
    public virtual string User => Address;

    public string Password { get; } = "c4nary" + Guid.NewGuid().ToString("N");

    /// <summary>The port of STARTTLS.</summary>
    public int StartTlsPort { get; } = ServerPorts.Take();

    /// <summary>The port of implicit TLS.</summary>
    public int ImplicitPort { get; } = ServerPorts.Take();

    protected ServerOptions Options { get; }

    /// <summary>The server's folder, including <c>cert.pem</c> and <c>key.pem</c>.</summary>
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

    /// <summary>Writes the server's files to its folder.</summary>
    protected abstract Task PrepareAsync();

    /// <summary>Runs the server's programs.</summary>
    protected abstract Task RunAsync();

    /// <summary>Runs one program in the foreground and waits until it listens.</summary>
    protected async Task RunAsync(IReadOnlyList<EndPoint> sockets, params string[] command) =>
        _processes.Add(await ServerProcess.StartAsync(Folder, $"server{_processes.Count}.out", sockets, command));

    protected static EndPoint Loopback(int port) => new IPEndPoint(IPAddress.Loopback, port);
}
