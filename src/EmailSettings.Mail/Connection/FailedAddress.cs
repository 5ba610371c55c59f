using System.Net;
using System.Net.Sockets;

namespace EmailSettings.Mail.Connection;

/// <summary>An address that could not be connected to.</summary>
/// <param name="Address">The address.</param>
/// <param name="Error">The socket's error; <see cref="SocketError.TimedOut"/> where our own time limit ended the attempt.</param>
/// <param name="ElapsedMs">How long the attempt lasted, in milliseconds.</param>
public sealed record FailedAddress(IPAddress Address, SocketError Error, long ElapsedMs) : FactRecord;
