using EmailSettings.Mail.Sasl;

namespace EmailSettings.Mail.Imap;

/// <summary>
/// An IMAP session, one step at a time; reads, and changes nothing. See <see cref="IMailSession"/> for the order and for what a
/// step may throw.
/// </summary>
public interface IImapSession : IMailSession
{
    /// <summary>
    /// The capabilities last announced, by greeting, CAPABILITY or login; null where none. Forgotten at STARTTLS (RFC 3501
    /// §6.2.1).
    /// </summary>
    ImapCapabilities? Capabilities { get; }

    /// <summary>CAPABILITY.</summary>
    /// <param name="cancellationToken">Ends the step at once.</param>
    Task<MailResult<ImapCapabilities>> CapabilityAsync(CancellationToken cancellationToken);

    /// <summary>The LOGIN command, for servers that offer no AUTH= mechanism for passwords (RFC 3501 §6.2.3).</summary>
    /// <param name="credential">User and password. Stays the caller's to dispose.</param>
    /// <param name="allowPlaintext">Send the password over a connection without TLS too.</param>
    /// <param name="cancellationToken">Ends the step at once.</param>
    Task<MailResult<AuthenticateFacts>> LoginAsync(MailCredential credential, bool allowPlaintext, CancellationToken cancellationToken);

    /// <summary>ID (RFC 2971): tells the server which program this is, which some insist on before they open a mailbox.</summary>
    /// <param name="name">The program's name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="cancellationToken">Ends the step at once.</param>
    Task<MailResult<ImapReply>> IdentifyAsync(string name, string version, CancellationToken cancellationToken);

    /// <summary>EXAMINE: opens a mailbox for reading.</summary>
    /// <param name="mailbox">The mailbox's name; it goes out in modified UTF-7 (RFC 3501 §5.1.3).</param>
    /// <param name="cancellationToken">Ends the step at once.</param>
    Task<MailResult<ImapMailboxFacts>> ExamineAsync(string mailbox, CancellationToken cancellationToken);

    /// <summary>
    /// Lends the connection to another client of IMAP, to look at mail. The client is greeted as one that is logged in already
    /// (PREAUTH), with the capabilities known; all else goes to the server. Its time limits are those of this session, for each
    /// whole reply; the transcript shows the size of literals alone.
    /// </summary>
    /// <param name="client">Speaks to the server over the stream, and may dispose it. Null where it gave up: the failure is then
    /// the connection's, else the server's last no, else <see cref="MailFailureKind.Malformed"/>.</param>
    /// <param name="maxLiteral">The largest literal in bytes that the server may send; a larger one is
    /// <see cref="MailFailureKind.TooLong"/>.</param>
    /// <param name="cancellationToken">Ends the step at once.</param>
    /// <typeparam name="T">What the client found.</typeparam>
    Task<MailResult<T>> LendAsync<T>(Func<Stream, CancellationToken, Task<T?>> client, long maxLiteral, CancellationToken cancellationToken)
        where T : class;
}
