using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>
/// Ports for servers of this run. They are below those that the system assigns to clients, so that no connection gets one before
/// its server does, and each is reserved until the run ends by a listener on another loopback address, so that no other run takes
/// it either.
/// </summary>
internal static class ServerPorts
{
    private const int First = 12000;
    private const string ClientPorts = "/proc/sys/net/ipv4/ip_local_port_range";

    // The start of the client ports by default.
    private const int DefaultEnd = 32768;

    // Not 127.0.0.1, where the port must stay free for the server. Only Linux has the whole of 127/8.
    private static readonly IPAddress Mark = OperatingSystem.IsLinux() ? IPAddress.Parse("127.0.83.1") : IPAddress.IPv6Loopback;

    private static readonly List<TcpListener> Taken = [];
    private static readonly int End = File.Exists(ClientPorts) ? int.Parse(File.ReadAllText(ClientPorts).Split((char[]?)null, 2)[0], CultureInfo.InvariantCulture) : DefaultEnd;

    /// <summary>Reserves an unused port on 127.0.0.1.</summary>
    public static int Take()
    {
        while (true)
        {
            var port = Next();
            if (TryListen(Mark, port) is not { } mark) continue;
            if (TryListen(IPAddress.Loopback, port) is { } probe)
            {
                probe.Dispose();
                lock (Taken) Taken.Add(mark);
                return port;
            }
            mark.Dispose();
        }
    }

    /// <summary>Finds a port that is unused on all IPv4 addresses, for a server that listens on all of them. It is not reserved.</summary>
    public static int FindForAllAddresses()
    {
        while (true)
        {
            var port = Next();
            if (TryListen(IPAddress.Any, port) is not { } probe) continue;
            probe.Dispose();
            return port;
        }
    }

    private static int Next() => Random.Shared.Next(First, Math.Max(End, First + 1000));

    private static TcpListener? TryListen(IPAddress address, int port)
    {
        var listener = new TcpListener(address, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            listener.Dispose();
            return null;
        }
    }
}
