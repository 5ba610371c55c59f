using System.Net;
using System.Net.Sockets;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// An HTTP client for the URLs in a server's certificate. Whoever made the certificate chose them, so they must not reach
/// services on this machine or its link (such as cloud metadata), unless the mail server is there itself. The check is made per
/// connection, so neither a redirect nor a second DNS answer bypasses it.
/// </summary>
internal static class RestrictedHttp
{
    private const int MaxRedirections = 3;

    /// <summary>Creates the client, for the caller to dispose.</summary>
    /// <param name="server">The address of the mail server; null if unknown.</param>
    /// <param name="followsRedirections">Whether to follow redirects.</param>
    public static HttpClient Client(IPAddress? server, bool followsRedirections) => new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = followsRedirections,
        MaxAutomaticRedirections = MaxRedirections,
        Proxy = new RestrictedProxy(HttpClient.DefaultProxy, server),
        ConnectCallback = (context, token) => ConnectAsync(context, server, token),
    });

    /// <summary>
    /// The part of a cache key that separates answers which must not be shared: what the test of one server may fetch, that of
    /// another may not.
    /// </summary>
    public static string Scope(IPAddress? server) => server is not null && IsNear(server) ? $" from {server}" : "";

    /// <summary>Whether an address may be contacted on behalf of a server.</summary>
    public static bool Allows(IPAddress address, IPAddress? server) => !IsNear(address) || (server is not null && Plain(address).Equals(Plain(server)));

    // Loopback (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3), this host (0.0.0.0/8, ::), link-local (RFC 3927, RFC 4291 §2.5.6).
    private static bool IsNear(IPAddress address)
    {
        var plain = Plain(address);
        if (IPAddress.IsLoopback(plain) || plain.IsIPv6LinkLocal || plain.Equals(IPAddress.IPv6Any))
            return true;
        return plain.AddressFamily == AddressFamily.InterNetwork && plain.GetAddressBytes() is [0, ..] or [169, 254, ..];
    }

    // Without the zone, which is local to this machine.
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

    // A proxy may be anywhere: the administrator chose it.
    private static bool IsProxy(SocketsHttpConnectionContext context) =>
        context.InitialRequestMessage.RequestUri is { } asked && (asked.IdnHost != context.DnsEndPoint.Host || asked.Port != context.DnsEndPoint.Port);

    /// <summary>The system's proxy, which may run on this machine; addresses that are not allowed do not go through it.</summary>
    private sealed class RestrictedProxy(IWebProxy system, IPAddress? server) : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => system.Credentials;
            set => throw new NotSupportedException();
        }

        public Uri? GetProxy(Uri destination) => system.GetProxy(destination);

        // Bypassing the proxy, the connection check rejects it.
        public bool IsBypassed(Uri host) => system.IsBypassed(host) || !AllAllowed(host.IdnHost);

        private bool AllAllowed(string host)
        {
            try
            {
                return Dns.GetHostAddresses(host).All(address => Allows(address, server));
            }
            catch (SocketException)
            {
                // Only the proxy resolves this name.
                return true;
            }
        }
    }
}
