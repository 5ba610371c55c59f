namespace EmailSettings.Mail;

/// <summary>Why a step of a session failed.</summary>
public enum MailFailureKind
{
    /// <summary>
    /// A value given by the caller must not reach the wire (CR, LF, NUL, not a host name); nothing was sent.
    /// <see cref="MailFailure.Argument"/> names it.
    /// </summary>
    InvalidInput,

    /// <summary>The host name does not exist, or has no address.</summary>
    HostNotFound,

    /// <summary>The name could not be looked up: SERVFAIL, or no resolver answers.</summary>
    ResolutionFailed,

    /// <summary>Every address refused the connection.</summary>
    ConnectionRefused,

    /// <summary>No address answered within <see cref="Connection.MailTimeouts.Connect"/>.</summary>
    ConnectionTimedOut,

    /// <summary>No address can be reached: no route, network or host unreachable.</summary>
    Unreachable,

    /// <summary>The certificate is not to be trusted; the facts say why. Nothing was sent over the connection.</summary>
    CertificateRefused,

    /// <summary>
    /// The TLS handshake failed for another reason; <see cref="MailFailure.TlsAnswer"/> says what the peer answered.
    /// </summary>
    HandshakeFailed,

    /// <summary>
    /// Bytes were already there between the server's consent to STARTTLS and our ClientHello (CVE-2011-0411). They were
    /// discarded.
    /// </summary>
    Injection,

    /// <summary>
    /// The server answered, and its answer is no (SMTP 4xx and 5xx, IMAP NO, BAD and BYE). <see cref="MailFailure.Reply"/> holds
    /// it.
    /// </summary>
    Refused,

    /// <summary>The server does not offer what the step needs.</summary>
    NotOffered,

    /// <summary>
    /// The step would send a secret over a connection without TLS, which the caller has not allowed. Nothing was sent.
    /// </summary>
    PlaintextNotAllowed,

    /// <summary>
    /// What speaks here is not the protocol asked for; <see cref="MailFailure.Speaks"/> says what it is, as far as its first
    /// bytes tell.
    /// </summary>
    NotThisProtocol,

    /// <summary>The server's answer breaks the protocol.</summary>
    Malformed,

    /// <summary>
    /// The server's answer exceeds a limit: a line of 64 KiB, a reply of 1 MiB, a literal larger than asked for.
    /// </summary>
    TooLong,

    /// <summary>No whole reply within <see cref="Connection.MailTimeouts.Reply"/>.</summary>
    TimedOut,

    /// <summary>The connection ended where a reply was due.</summary>
    Disconnected,

    /// <summary>
    /// The server asked for a client certificate, got none, and ended the handshake, or the connection before its first reply
    /// over TLS (as TLS 1.3 has it).
    /// </summary>
    ClientCertificateRequired,

    /// <summary>
    /// The client's side of a login could not go on; <see cref="MailFailure.SaslFault"/> says why. The exchange was cancelled,
    /// and the session stands.
    /// </summary>
    MechanismFailed,
}
