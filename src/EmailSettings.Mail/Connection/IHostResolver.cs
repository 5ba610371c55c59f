using System.Net;
using System.Net.Sockets;

namespace EmailSettings.Mail.Connection;

/// <summary>Turns a host name into addresses.</summary>
public interface IHostResolver
{
    /// <summary>The addresses of a host, in the order in which they are to be tried.</summary>
    /// <param name="host">A host name in ASCII (A-labels).</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <exception cref="SocketException">The look-up failed; its <see cref="SocketError"/> says how.</exception>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}
