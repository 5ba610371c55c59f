using System.Net;
using System.Net.Sockets;
using EmailSettings.Mail;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Testing.Servers;

/// <summary>A server on a loopback socket that follows a script, for every client.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly Func<ScriptedConnection, Task> _script;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<ScriptedConnection> _connections = [];
    private readonly Task _accepting;

    public ScriptedServer(Func<ScriptedConnection, Task> script, IPAddress? address = null, int port = 0)
    {
        _script = script;
        _listener = new TcpListener(address ?? IPAddress.Loopback, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>
    /// Sends lines that start with <c>S: </c>, and reads one for each <c>C: </c>; then reads until the client closes.
    /// </summary>
    public ScriptedServer(params string[] lines)
        : this(connection => connection.PlayAsync(lines))
    {
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>All lines received from all clients.</summary>
    public IReadOnlyList<string> Received
    {
        get
        {
            lock (_connections)
                return [.. _connections.SelectMany(connection => connection.Received)];
        }
    }

    public MailEndpoint Endpoint(TlsMode mode = TlsMode.None, string host = "127.0.0.1") => new(host, Port, mode);

    public MailSessionOptions Options(TlsMode mode = TlsMode.None, string host = "127.0.0.1") => new()
    {
        Endpoint = Endpoint(mode, host),
        Resolver = new StubResolver(IPAddress.Loopback),
    };

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var running = new List<Task>();
        try
        {
            while (true)
                running.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            await Task.WhenAll(running);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        client.NoDelay = true;
        using var connection = new ScriptedConnection(client, _stop.Token);
        lock (_connections)
            _connections.Add(connection);
        try
        {
            await _script(connection);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or System.Security.Authentication.AuthenticationException or SocketException)
        {
            // The client has disconnected, as clients in these tests do.
        }
    }
}
