namespace EmailSettings.Mail.Smtp;

/// <summary>
/// An SMTP session, used one step at a time. See <see cref="IMailSession"/> for the order and for what steps throw.
/// </summary>
public interface ISmtpSession : IMailSession
{
    /// <summary>The result of the last EHLO; null if none. Discarded at STARTTLS (RFC 3207 §4.2).</summary>
    SmtpCapabilities? Capabilities { get; }

    /// <summary>Sends EHLO, and HELO if the server answers with a 5xx.</summary>
    /// <param name="clientName">The client's name: a host name or an address literal.</param>
    /// <param name="cancellationToken">Cancels the step.</param>
    Task<MailResult<SmtpCapabilities>> EhloAsync(string clientName, CancellationToken cancellationToken);

    /// <summary>Sends MAIL FROM, with only the parameters of extensions that the server offers.</summary>
    /// <param name="address">The sender without angle brackets; empty for the null reverse-path.</param>
    /// <param name="parameters">The properties of the message; null for none.</param>
    /// <param name="cancellationToken">Cancels the step.</param>
    Task<MailResult<SmtpReply>> MailFromAsync(string address, MailFromParameters? parameters, CancellationToken cancellationToken);

    /// <summary>Sends RCPT TO.</summary>
    /// <param name="address">The recipient without angle brackets.</param>
    /// <param name="cancellationToken">Cancels the step.</param>
    Task<MailResult<SmtpReply>> RcptToAsync(string address, CancellationToken cancellationToken);

    /// <summary>Sends RSET to discard the envelope.</summary>
    /// <param name="cancellationToken">Cancels the step.</param>
    Task<MailResult<SmtpReply>> RsetAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Lends the connection to another SMTP client to send one message. The client sees a new connection: the greeting and the
    /// replies to its EHLO, and to MAIL FROM and RCPT TO if this session has sent them, are replayed; everything after that goes
    /// to the server. The session's time limits apply to each whole reply; the transcript shows only the message's size.
    /// Regardless of how the client handles the replies, the result is the first negative one, with the command it answers, or
    /// the one to the whole message.
    /// </summary>
    /// <param name="client">Sends the message over the stream, and may dispose it. An <see cref="IOException"/> of its own, such
    /// as an unreadable file, is <see cref="MailFailureKind.InvalidInput"/> and ends the session.</param>
    /// <param name="cancellationToken">Cancels the step; the message is then not delivered, unless it was already sent
    /// completely.</param>
    Task<MailResult<SmtpReply>> LendAsync(Func<Stream, CancellationToken, Task> client, CancellationToken cancellationToken);
}
