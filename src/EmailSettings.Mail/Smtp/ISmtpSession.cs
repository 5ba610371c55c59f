namespace EmailSettings.Mail.Smtp;

/// <summary>
/// An SMTP session, one step at a time. See <see cref="IMailSession"/> for the order and for what a step may throw.
/// </summary>
public interface ISmtpSession : IMailSession
{
    /// <summary>What the last EHLO gave, or null; forgotten at STARTTLS (RFC 3207 §4.2).</summary>
    SmtpCapabilities? Capabilities { get; }

    /// <summary>EHLO, and HELO where the server answers that with a 5xx.</summary>
    /// <param name="clientName">Our own name: a host name or an address literal.</param>
    /// <param name="cancellationToken">Ends the step at once.</param>
    Task<MailResult<SmtpCapabilities>> EhloAsync(string clientName, CancellationToken cancellationToken);

    /// <summary>MAIL FROM. Parameters go out only where the server offers the extension.</summary>
    /// <param name="address">The sender without angle brackets; empty for the null reverse-path.</param>
    /// <param name="parameters">What is said of the message, or null.</param>
    /// <param name="cancellationToken">Ends the step at once.</param>
    Task<MailResult<SmtpReply>> MailFromAsync(string address, MailFromParameters? parameters, CancellationToken cancellationToken);

    /// <summary>RCPT TO.</summary>
    /// <param name="address">The recipient without angle brackets.</param>
    /// <param name="cancellationToken">Ends the step at once.</param>
    Task<MailResult<SmtpReply>> RcptToAsync(string address, CancellationToken cancellationToken);

    /// <summary>RSET: drops the envelope.</summary>
    /// <param name="cancellationToken">Ends the step at once.</param>
    Task<MailResult<SmtpReply>> RsetAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Lends the connection to another client of SMTP, to send one message. The client sees a new connection: a greeting, and an
    /// answer to its EHLO, and to MAIL FROM and RCPT TO where this session has sent them, all of which are played back; what it
    /// sends from then on goes to the server. Its time limits are those of this session, for each whole reply; the transcript
    /// shows the message's size alone. What the client makes of the replies does not count: the result is the first reply that is
    /// no, with the command it answers, or that to the whole message.
    /// </summary>
    /// <param name="client">Sends the message over the stream; it may dispose it. An <see cref="IOException"/> of its own, such
    /// as a file that cannot be read, is <see cref="MailFailureKind.InvalidInput"/> and ends the session.</param>
    /// <param name="cancellationToken">Ends the step at once; the message is then not delivered, unless it was sent whole
    /// already.</param>
    Task<MailResult<SmtpReply>> LendAsync(Func<Stream, CancellationToken, Task> client, CancellationToken cancellationToken);
}
