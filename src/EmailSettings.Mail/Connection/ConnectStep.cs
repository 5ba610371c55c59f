using System.Net;
using System.Net.Sockets;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Connection;

/// <summary>What the failed attempts of a connection add up to.</summary>
internal static class ConnectStep
{
    /// <summary>The facts of a connection that came about.</summary>
    public static ConnectFacts Facts(Socket socket, Connector connector) => new()
    {
        Remote = socket.RemoteEndPoint as IPEndPoint,
        Local = socket.LocalEndPoint as IPEndPoint,
        Failed = connector.Failed,
    };

    /// <summary>A refusal says most: something is there. Then silence; then a network that leads nowhere.</summary>
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
