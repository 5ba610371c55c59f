using System.Net.Sockets;

namespace EmailSettings.Mail.Wire;

/// <summary>A connected TCP socket.</summary>
internal sealed class SocketTransport : ITransport
{
    private readonly Socket _socket;

    public SocketTransport(Socket socket)
    {
        _socket = socket;
        Stream = new NetworkStream(socket, ownsSocket: true);
    }

    public Stream Stream { get; }

    public int Available => _socket.Available;

    public void Dispose() => Stream.Dispose();
}
