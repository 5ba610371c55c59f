namespace EmailSettings.Mail.Smtp;

/// <summary>An SMTP session, one step at a time. See <see cref="IMailSession"/> for the order and for what a step may throw.</summary>
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

    /// <summary>DATA with the whole message, dot-stuffed on the way (RFC 5321 §4.5.2). A bare CR or LF becomes CRLF, and a missing one at the end is added. The transcript shows its size alone.</summary>
    /// <param name="message">The message; read to its end, not disposed.</param>
    /// <param name="cancellationToken">Ends the step at once; the message is then not delivered, unless it was sent whole already.</param>
    Task<MailResult<SmtpReply>> DataAsync(Stream message, CancellationToken cancellationToken);
}
