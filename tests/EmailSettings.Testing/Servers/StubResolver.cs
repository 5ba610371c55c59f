using System.Net;
using System.Net.Sockets;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Testing.Servers;

/// <summary>A resolver with one answer for every name.</summary>
public sealed class StubResolver(params IPAddress[] addresses) : IHostResolver
{
    private readonly SocketError? _error;

    public StubResolver(SocketError error)
        : this() => _error = error;

    public string? Asked { get; private set; }

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        Asked = host;
        return _error is { } error
            ? Task.FromException<IReadOnlyList<IPAddress>>(new SocketException((int)error))
            : Task.FromResult<IReadOnlyList<IPAddress>>(addresses);
    }
}
