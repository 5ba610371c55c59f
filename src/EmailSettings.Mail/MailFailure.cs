using EmailSettings.Mail.Probes;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail;

/// <summary>Why one step of a session failed. Holds no secret.</summary>
public sealed record MailFailure
{
    private readonly string? _serverText;

    /// <summary>The class of failure.</summary>
    public required MailFailureKind Kind { get; init; }

    /// <summary>
    /// The command that was refused or got no answer, without its arguments (<c>EHLO</c>, <c>AUTH XOAUTH2</c>); null where none
    /// was sent, as before a greeting.
    /// </summary>
    public string? Command { get; init; }

    /// <summary>
    /// The server's whole reply, where there was one: an <see cref="Smtp.SmtpReply"/> or an <see cref="Imap.ImapReply"/>.
    /// </summary>
    public ServerReply? Reply { get; init; }

    /// <summary>
    /// What the server sent, without secrets and escaped, lines parted by LF. The reply with its status, or the beginning of what
    /// was no reply.
    /// </summary>
    public string? ServerText
    {
        get => _serverText ?? (Reply is { } reply ? $"{reply.Status} {reply.Text}" : null);
        init => _serverText = value;
    }

    /// <summary>What speaks at the other end, where that is known and is not what was asked for.</summary>
    public PeerProtocol? Speaks { get; init; }

    /// <summary>What the peer answered to a failed TLS handshake.</summary>
    public TlsPeerAnswer? TlsAnswer { get; init; }

    /// <summary>Why this machine's own TLS gave the handshake up, where its library tells.</summary>
    public HandshakeReason? HandshakeReason { get; init; }

    /// <summary>Why the client's side of a login could not go on, for <see cref="MailFailureKind.MechanismFailed"/>.</summary>
    public SaslFault? SaslFault { get; init; }

    /// <summary>The name of the value that was refused, for <see cref="MailFailureKind.InvalidInput"/>.</summary>
    public string? Argument { get; init; }

    /// <summary>Type and message of the exception below, or another detail for people who look closely; never a secret.</summary>
    public string? Detail { get; init; }
}
