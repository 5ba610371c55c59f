namespace EmailSettings.Mail;

/// <summary>Why a step of a session failed.</summary>
public enum MailFailureKind
{
    /// <summary>
    /// A value from the caller must not be sent (CR, LF, NUL, not a host name), and nothing was.
    /// <see cref="MailFailure.Argument"/> names it.
    /// </summary>
    InvalidInput,

    /// <summary>The host name does not exist or has no address.</summary>
    HostNotFound,

    /// <summary>The name could not be resolved: SERVFAIL, or no DNS server answers.</summary>
    ResolutionFailed,

    /// <summary>Every address refused the connection.</summary>
    ConnectionRefused,

    /// <summary>No address answered within <see cref="Connection.MailTimeouts.Connect"/>.</summary>
    ConnectionTimedOut,

    /// <summary>No address can be reached: no route, or network or host unreachable.</summary>
    Unreachable,

    /// <summary>The certificate is not trusted; the facts say why. Nothing was sent over the connection.</summary>
    CertificateRefused,

    /// <summary>
    /// The TLS handshake failed for another reason; <see cref="MailFailure.TlsAnswer"/> holds the peer's answer.
    /// </summary>
    HandshakeFailed,

    /// <summary>
    /// Bytes arrived between the server's reply to STARTTLS and the ClientHello (CVE-2011-0411). They were discarded.
    /// </summary>
    Injection,

    /// <summary>
    /// The server refused (SMTP 4xx and 5xx, IMAP NO, BAD and BYE). <see cref="MailFailure.Reply"/> holds its reply.
    /// </summary>
    Refused,

    /// <summary>The server does not offer what the step needs.</summary>
    NotOffered,

    /// <summary>The step would send a secret without TLS, which the caller has not allowed. Nothing was sent.</summary>
    PlaintextNotAllowed,

    /// <summary>The server speaks another protocol; <see cref="MailFailure.Speaks"/> names it if its first bytes tell.</summary>
    NotThisProtocol,

    /// <summary>The server's answer violates the protocol.</summary>
    Malformed,

    /// <summary>
    /// The server's answer exceeds a limit: a line of 64 KiB, a reply of 1 MiB, a literal larger than requested.
    /// </summary>
    TooLong,

    /// <summary>No complete reply within <see cref="Connection.MailTimeouts.Reply"/>.</summary>
    TimedOut,

    /// <summary>The connection closed before the reply.</summary>
    Disconnected,

    /// <summary>
    /// The server requested a client certificate, got none, and ended the handshake, or with TLS 1.3 the connection before its
    /// first reply.
    /// </summary>
    ClientCertificateRequired,

    /// <summary>
    /// The client could not continue a login; <see cref="MailFailure.SaslFault"/> says why. The exchange was cancelled, and the
    /// session continues.
    /// </summary>
    MechanismFailed,
}
