using EmailSettings.Mail.Probes;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail;

/// <summary>Why a step of a session failed. Contains no secret.</summary>
public sealed record MailFailure
{
    private readonly string? _serverText;

    /// <summary>The kind of failure.</summary>
    public required MailFailureKind Kind { get; init; }

    /// <summary>
    /// The command that was refused or got no answer, without its arguments (<c>EHLO</c>, <c>AUTH XOAUTH2</c>); null if none was
    /// sent, as before a greeting.
    /// </summary>
    public string? Command { get; init; }

    /// <summary>
    /// The server's whole reply if there was one: an <see cref="Smtp.SmtpReply"/> or an <see cref="Imap.ImapReply"/>.
    /// </summary>
    public ServerReply? Reply { get; init; }

    /// <summary>
    /// What the server sent, redacted and escaped, lines separated by LF: the reply with its status, or the beginning of anything
    /// that was not a reply.
    /// </summary>
    public string? ServerText
    {
        get => _serverText ?? (Reply is { } reply ? $"{reply.Status} {reply.Text}" : null);
        init => _serverText = value;
    }

    /// <summary>The protocol spoken at the other end, if known and not the one requested.</summary>
    public PeerProtocol? Speaks { get; init; }

    /// <summary>The peer's answer to a failed TLS handshake.</summary>
    public TlsPeerAnswer? TlsAnswer { get; init; }

    /// <summary>What this machine offered in a failed TLS handshake.</summary>
    public TlsOffer? TlsOffer { get; init; }

    /// <summary>Why the local TLS library aborted the handshake, if it says.</summary>
    public HandshakeReason? HandshakeReason { get; init; }

    /// <summary>Why the client could not continue a login, for <see cref="MailFailureKind.MechanismFailed"/>.</summary>
    public SaslFault? SaslFault { get; init; }

    /// <summary>The name of the invalid value, for <see cref="MailFailureKind.InvalidInput"/>.</summary>
    public string? Argument { get; init; }

    /// <summary>The type and message of the underlying exception, or another technical detail; never a secret.</summary>
    public string? Detail { get; init; }
}
