using System.Net;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>The addresses of a host that was looked up already.</summary>
internal sealed class KnownAddresses(IReadOnlyList<IPAddress> addresses) : IHostResolver
{
    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) => Task.FromResult(addresses);
}
