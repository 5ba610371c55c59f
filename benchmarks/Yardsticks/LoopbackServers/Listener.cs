using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace LoopbackServers;

/// <summary>A port on 127.0.0.1 with a dialogue for every client.</summary>
internal sealed class Listener : IDisposable
{
    // A hundred clients may connect at once.
    private const int Backlog = 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Stream, CancellationToken, Task> _dialogue;

    public Listener(string name, Func<Stream, CancellationToken, Task> dialogue)
    {
        Name = name;
        _dialogue = dialogue;
        _listener.Start(Backlog);
        _ = AcceptAsync();
    }

    public string Name { get; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The program exits.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            try
            {
                await _dialogue(client.GetStream(), _stop.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or AuthenticationException or SocketException)
            {
                // The client has disconnected.
            }
        }
    }
}
