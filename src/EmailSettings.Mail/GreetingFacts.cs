using EmailSettings.Mail.Probes;

namespace EmailSettings.Mail;

/// <summary>A server's greeting; after a refusal or from another protocol, as much of it as was received.</summary>
public sealed record GreetingFacts : FactRecord
{
    /// <summary>The greeting; its first line is <see cref="Line"/>. Null if none came.</summary>
    [Unlisted]
    public ServerReply? Reply { get; init; }

    /// <summary>The first line including the code or status; null if none came.</summary>
    public string? Line { get; init; }

    /// <summary>Whether the greeting is IMAP's PREAUTH: the connection is already authenticated (RFC 3501 §7.1.4).</summary>
    public bool PreAuthenticated { get; init; }

    /// <summary>The protocol spoken there if it is not the one requested.</summary>
    public PeerProtocol? Speaks { get; init; }
}
