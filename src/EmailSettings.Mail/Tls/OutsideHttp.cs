using System.Net;
using System.Net.Sockets;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// HTTP for addresses that a server's certificate names. Whoever made the certificate chose them, so they lead to no service of
/// this machine or its link (metadata of clouds among them), unless the mail server is there itself. It is the connection that is
/// checked, so a redirection or a name that resolves otherwise the second time gets no further.
/// </summary>
internal static class OutsideHttp
{
    private const int MostRedirections = 3;

    /// <summary>Such a client, for the caller to dispose.</summary>
    /// <param name="server">Address of the mail server; null where it is not known.</param>
    /// <param name="followsRedirections">Redirections are followed.</param>
    public static HttpClient Client(IPAddress? server, bool followsRedirections) => new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = followsRedirections,
        MaxAutomaticRedirections = MostRedirections,
        Proxy = new OutsideProxy(HttpClient.DefaultProxy, server),
        ConnectCallback = (context, token) => ConnectAsync(context, server, token),
    });

    /// <summary>
    /// The part of a question that tells whether an answer may be shared: what one server's test may ask, another's may not.
    /// </summary>
    public static string Scope(IPAddress? server) => server is not null && IsNear(server) ? $" from {server}" : "";

    /// <summary>An address may be asked on behalf of a server.</summary>
    public static bool Allows(IPAddress address, IPAddress? server) => !IsNear(address) || (server is not null && Plain(address).Equals(Plain(server)));

    // Loopback (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3), this host (0.0.0.0/8, ::), link-local (RFC 3927, RFC 4291 §2.5.6).
    private static bool IsNear(IPAddress address)
    {
        var plain = Plain(address);
        if (IPAddress.IsLoopback(plain) || plain.IsIPv6LinkLocal || plain.Equals(IPAddress.IPv6Any))
            return true;
        return plain.AddressFamily == AddressFamily.InterNetwork && plain.GetAddressBytes() is [0, ..] or [169, 254, ..];
    }

    // Without the zone, which is this machine's name for a link.
    private static IPAddress Plain(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? new IPAddress(address.GetAddressBytes()) : address;
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, IPAddress? server, CancellationToken cancellationToken)
    {
        var end = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(end.Host, cancellationToken).ConfigureAwait(false);
        if (!IsProxy(context))
            addresses = [.. addresses.Where(address => Allows(address, server))];
        if (addresses.Length == 0)
            throw new HttpRequestException("The address is one of this machine or its link.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, end.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // A proxy is the administrator's choice, wherever it stands.
    private static bool IsProxy(SocketsHttpConnectionContext context) =>
        context.InitialRequestMessage.RequestUri is { } asked && (asked.IdnHost != context.DnsEndPoint.Host || asked.Port != context.DnsEndPoint.Port);

    /// <summary>The system's proxy, which may stand on this very machine: what is not allowed does not go through it.</summary>
    private sealed class OutsideProxy(IWebProxy system, IPAddress? server) : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => system.Credentials;
            set => throw new NotSupportedException();
        }

        public Uri? GetProxy(Uri destination) => system.GetProxy(destination);

        // Past the proxy it ends at the connection.
        public bool IsBypassed(Uri host) => system.IsBypassed(host) || !AllAllowed(host.IdnHost);

        private bool AllAllowed(string host)
        {
            try
            {
                return Dns.GetHostAddresses(host).All(address => Allows(address, server));
            }
            catch (SocketException)
            {
                // A name that the proxy alone resolves.
                return true;
            }
        }
    }
}
