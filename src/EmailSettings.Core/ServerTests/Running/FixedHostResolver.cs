using System.Net;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>A resolver that returns already known addresses.</summary>
internal sealed class FixedHostResolver(IReadOnlyList<IPAddress> addresses) : IHostResolver
{
    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) => Task.FromResult(addresses);
}
