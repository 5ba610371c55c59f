using EmailSettings.Mail.Sasl;

namespace EmailSettings.Mail.Imap;

/// <summary>An IMAP session, one step at a time; reads, and changes nothing. See <see cref="IMailSession"/> for the order and for what a step may throw.</summary>
public interface IImapSession : IMailSession
{
    /// <summary>The capabilities last announced, by greeting, CAPABILITY or login; null where none. Forgotten at STARTTLS (RFC 3501 §6.2.1).</summary>
    ImapCapabilities? Capabilities { get; }

    /// <summary>CAPABILITY.</summary>
    /// <param name="cancellationToken">Ends the step at once.</param>
    Task<MailResult<ImapCapabilities>> CapabilityAsync(CancellationToken cancellationToken);

    /// <summary>The LOGIN command, for servers that offer no AUTH= mechanism for passwords (RFC 3501 §6.2.3).</summary>
    /// <param name="credential">User and password. Stays the caller's to dispose.</param>
    /// <param name="allowPlaintext">Send the password over a connection without TLS too.</param>
    /// <param name="cancellationToken">Ends the step at once.</param>
    Task<MailResult<AuthenticateFacts>> LoginAsync(MailCredential credential, bool allowPlaintext, CancellationToken cancellationToken);

    /// <summary>EXAMINE: opens a mailbox for reading.</summary>
    /// <param name="mailbox">The mailbox's name in modified UTF-7 (RFC 3501 §5.1.3), so ASCII.</param>
    /// <param name="cancellationToken">Ends the step at once.</param>
    Task<MailResult<ImapMailboxFacts>> ExamineAsync(string mailbox, CancellationToken cancellationToken);

    /// <summary>UID SEARCH HEADER: the messages of the open mailbox with a header field that holds a text.</summary>
    /// <param name="field">The field's name, such as <c>Message-ID</c>.</param>
    /// <param name="text">The text, ASCII.</param>
    /// <param name="cancellationToken">Ends the step at once.</param>
    Task<MailResult<ImapSearchFacts>> SearchHeaderAsync(string field, string text, CancellationToken cancellationToken);

    /// <summary>UID FETCH of a message's header, without marking it as read.</summary>
    /// <param name="uid">The message's unique identifier.</param>
    /// <param name="maxBytes">The most to fetch, 1 … 65536; a larger literal is <see cref="MailFailureKind.TooLong"/>.</param>
    /// <param name="cancellationToken">Ends the step at once.</param>
    /// <returns>The header; null facts and <see cref="MailFailureKind.Refused"/> where the message is gone.</returns>
    Task<MailResult<ImapHeaderFacts>> FetchHeaderAsync(uint uid, int maxBytes, CancellationToken cancellationToken);

    /// <summary>NOOP: lets the server tell of new messages.</summary>
    /// <param name="cancellationToken">Ends the step at once.</param>
    Task<MailResult<ImapReply>> NoopAsync(CancellationToken cancellationToken);
}
