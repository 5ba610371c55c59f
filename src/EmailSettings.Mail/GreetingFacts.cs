using EmailSettings.Mail.Probes;

namespace EmailSettings.Mail;

/// <summary>
/// The first thing a server says; after a refusal, or where another protocol is spoken, as far as it was heard.
/// </summary>
public sealed record GreetingFacts : FactRecord
{
    /// <summary>The greeting; its first line is <see cref="Line"/>. Null where there was none.</summary>
    [Unlisted]
    public ServerReply? Reply { get; init; }

    /// <summary>The first line, code or status included; null for silence.</summary>
    public string? Line { get; init; }

    /// <summary>True for IMAP's PREAUTH: the server takes the connection for authenticated already (RFC 3501 §7.1.4).</summary>
    public bool PreAuthenticated { get; init; }

    /// <summary>What speaks there where it is not the protocol asked for.</summary>
    public PeerProtocol? Speaks { get; init; }
}
