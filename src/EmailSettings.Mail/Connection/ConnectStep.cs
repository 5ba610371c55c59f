using System.Net;
using System.Net.Sockets;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Connection;

/// <summary>Sums up the connection attempts.</summary>
internal static class ConnectStep
{
    /// <summary>The facts of an established connection.</summary>
    public static ConnectFacts Facts(Socket socket, Connector connector) => new()
    {
        Remote = socket.RemoteEndPoint as IPEndPoint,
        Local = socket.LocalEndPoint as IPEndPoint,
        Failed = connector.Failed,
    };

    /// <summary>
    /// The most informative failure: a refusal, which shows that a host answered, then a timeout, then an unreachable network.
    /// </summary>
    public static WireException Failure(IReadOnlyList<FailedAddress> failed)
    {
        var errors = failed.Select(address => address.Error).ToHashSet();
        var kind = errors switch
        {
            _ when errors.Contains(SocketError.ConnectionRefused) || errors.Contains(SocketError.ConnectionReset) => MailFailureKind.ConnectionRefused,
            _ when errors.Contains(SocketError.TimedOut) => MailFailureKind.ConnectionTimedOut,
            _ => MailFailureKind.Unreachable,
        };
        return new WireException(new MailFailure { Kind = kind, Detail = string.Join(", ", failed.Select(address => $"{address.Address}: {address.Error}")) });
    }
}
