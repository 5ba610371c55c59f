using EmailSettings.Mail.Sasl;

namespace EmailSettings.Mail.Imap;

/// <summary>
/// A read-only IMAP session, used one step at a time. See <see cref="IMailSession"/> for the order and for what steps throw.
/// </summary>
public interface IImapSession : IMailSession
{
    /// <summary>
    /// The capabilities last announced, by greeting, CAPABILITY or login; null if none. Discarded at STARTTLS (RFC 3501 §6.2.1).
    /// </summary>
    ImapCapabilities? Capabilities { get; }

    /// <summary>Sends CAPABILITY.</summary>
    /// <param name="cancellationToken">Cancels the step.</param>
    Task<MailResult<ImapCapabilities>> CapabilityAsync(CancellationToken cancellationToken);

    /// <summary>Sends the LOGIN command, for servers that offer no AUTH= mechanism for passwords (RFC 3501 §6.2.3).</summary>
    /// <param name="credential">The user and password. The caller keeps ownership.</param>
    /// <param name="allowPlaintext">Whether to send the password without TLS too.</param>
    /// <param name="cancellationToken">Cancels the step.</param>
    Task<MailResult<AuthenticateFacts>> LoginAsync(MailCredential credential, bool allowPlaintext, CancellationToken cancellationToken);

    /// <summary>Sends ID (RFC 2971) to identify this program, which some servers require before a mailbox is opened.</summary>
    /// <param name="name">The program's name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="cancellationToken">Cancels the step.</param>
    Task<MailResult<ImapReply>> IdentifyAsync(string name, string version, CancellationToken cancellationToken);

    /// <summary>Sends EXAMINE to open a mailbox read-only.</summary>
    /// <param name="mailbox">The mailbox name; sent in modified UTF-7 (RFC 3501 §5.1.3).</param>
    /// <param name="cancellationToken">Cancels the step.</param>
    Task<MailResult<ImapMailboxFacts>> ExamineAsync(string mailbox, CancellationToken cancellationToken);

    /// <summary>
    /// Lends the connection to another IMAP client for reading mail. The client gets a PREAUTH greeting with the known
    /// capabilities; everything after that goes to the server. The session's time limits apply to each whole reply; the
    /// transcript shows only the size of literals.
    /// </summary>
    /// <param name="client">Talks to the server over the stream, and may dispose it. Returns null if it gave up: the failure is
    /// then the connection's, else the server's last NO or BAD, else <see cref="MailFailureKind.Malformed"/>.</param>
    /// <param name="maxLiteral">The largest literal the server may send, in bytes; a larger one is
    /// <see cref="MailFailureKind.TooLong"/>.</param>
    /// <param name="cancellationToken">Cancels the step.</param>
    /// <typeparam name="T">The client's result.</typeparam>
    Task<MailResult<T>> LendAsync<T>(Func<Stream, CancellationToken, Task<T?>> client, long maxLiteral, CancellationToken cancellationToken)
        where T : class;
}
