using System.Net;
using System.Net.Sockets;

namespace EmailSettings.Mail.Connection;

/// <summary>An address that could not be reached.</summary>
/// <param name="Address">The address.</param>
/// <param name="Error">The socket error; <see cref="SocketError.TimedOut"/> if the client's own time limit ended the
/// attempt.</param>
/// <param name="ElapsedMs">The duration of the attempt in milliseconds.</param>
public sealed record FailedAddress(IPAddress Address, SocketError Error, long ElapsedMs) : FactRecord;
