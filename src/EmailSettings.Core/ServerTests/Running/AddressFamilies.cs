using System.Net;
using System.Net.Sockets;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>Restricts lookups to an address family.</summary>
internal static class AddressFamilies
{
    /// <summary>Returns the socket address family; null for both.</summary>
    public static AddressFamily? Socket(this TestAddressFamily family) => family switch
    {
        TestAddressFamily.IPv4 => AddressFamily.InterNetwork,
        TestAddressFamily.IPv6 => AddressFamily.InterNetworkV6,
        _ => null,
    };

    /// <summary>Returns a resolver limited to the family.</summary>
    public static IHostResolver Limit(this IHostResolver resolver, TestAddressFamily family) =>
        family.Socket() is { } kept ? new FamilyResolver(resolver, kept) : resolver;

    private sealed class FamilyResolver(IHostResolver inner, AddressFamily family) : IHostResolver
    {
        public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
            (await inner.ResolveAsync(host, cancellationToken).ConfigureAwait(false)).Where(address => address.AddressFamily == family).ToList();
    }
}
