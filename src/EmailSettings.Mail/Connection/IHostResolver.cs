using System.Net;
using System.Net.Sockets;

namespace EmailSettings.Mail.Connection;

/// <summary>Resolves host names.</summary>
public interface IHostResolver
{
    /// <summary>Gets the addresses of a host in the order to try.</summary>
    /// <param name="host">A host name in ASCII (A-labels).</param>
    /// <param name="cancellationToken">Cancels the lookup.</param>
    /// <exception cref="SocketException">The lookup failed.</exception>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}
