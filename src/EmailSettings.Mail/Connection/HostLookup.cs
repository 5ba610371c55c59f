using System.Net;
using System.Net.Sockets;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Connection;

/// <summary>Resolves a host to its addresses.</summary>
internal static class HostLookup
{
    // A name may have thousands of addresses; nobody would wait for all of them.
    private const int MaxAddresses = 20;

    /// <exception cref="WireException">The host is not a valid name, does not exist, or could not be resolved.</exception>
    public static async Task<DnsFacts> ResolveAsync(string host, IHostResolver resolver, CancellationToken cancellationToken)
    {
        var name = HostName.Normalize(host);
        if (HostName.TryLiteral(name, out var literal))
            return new DnsFacts { Name = name, IsLiteral = true, Addresses = (IPAddress[])[literal] };
        try
        {
            // The system's resolver cannot be cancelled on every platform; WaitAsync abandons it.
            var addresses = await resolver.ResolveAsync(name, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            return addresses.Count > 0
                ? new DnsFacts { Name = name, IsLiteral = false, Addresses = Interleave(addresses) }
                : throw Failure(MailFailureKind.HostNotFound, null);
        }
        catch (SocketException e)
        {
            var exists = e.SocketErrorCode is not (SocketError.HostNotFound or SocketError.NoData);
            throw Failure(exists ? MailFailureKind.ResolutionFailed : MailFailureKind.HostNotFound, e);
        }
    }

    /// <summary>
    /// Keeps the resolver's order but alternates the address families (RFC 8305 §4), so that a family without a route costs only
    /// one attempt.
    /// </summary>
    internal static IReadOnlyList<IPAddress> Interleave(IReadOnlyList<IPAddress> addresses)
    {
        var families = addresses.Distinct().GroupBy(address => address.AddressFamily).Select(group => new Queue<IPAddress>(group)).ToList();
        var result = new List<IPAddress>();
        while (result.Count < MaxAddresses && families.Any(family => family.Count > 0))
        {
            foreach (var family in families)
            {
                if (family.TryDequeue(out var address))
                    result.Add(address);
            }
        }

        return result;
    }

    private static WireException Failure(MailFailureKind kind, SocketException? e) =>
        new(new MailFailure { Kind = kind, Detail = e is null ? null : $"{e.SocketErrorCode}: {e.Message}" });
}
